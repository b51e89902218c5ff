import type { Gathered } from './gathered.ts'

/** Sets the stage by a second column that says only won, lost or open: won and lost win over a stage that does not say so. */
export function settleOutcome({ parts, imported }: Gathered, stageHeading: string, outcomeHeading: string): void {
  const outcome = parts['outcome'] as string | undefined
  if (outcome === undefined) return
  const stage = parts['stage'] as string | undefined
  const closed = /^(?:closed[ -]*)?(won|lost)$/i.exec(outcome)
  if (stage === undefined) parts['stage'] = outcome
  else if (closed && !stage.toLowerCase().includes(closed[1]!.toLowerCase())) {
    imported[stageHeading] = stage
    parts['stage'] = outcome
  } else if (stage !== outcome) imported[outcomeHeading] = outcome
}
