import { styleText } from 'node:util'
import type contextDiff from '../../../actions/context-diff.ts'
import { sayCount } from '../../../formulas/say-figure.ts'
import { cut } from '../../terminal/table.ts'
import { sayDay } from '../../terminal/words.ts'
import { hang } from '../hang.ts'

type Diff = Awaited<ReturnType<(typeof contextDiff)['run']>>
type Change = Diff['changes'][number]

/** Longer texts are cut; --json has them whole. */
const longest = 160

/** What is new, changed and gone, by section, each with its place. */
export function sayContextDiff(diff: Diff): string {
  const bySection = Map.groupBy(fold(diff.changes), ({ change }) => change.title)
  const sections = [...bySection].map(([title, lines]) =>
    [styleText('bold', title), ...lines.map(({ change, more }) => sayLine(change, more))].join('\n'),
  )
  return [styleText('bold', sayHead(diff)), ...(sections.length > 0 ? sections : ['  Nothing is new.'])].join('\n')
}

function sayHead({ called, tier, since: { chosen, commit, committed, made, said }, today }: Diff): string {
  if (chosen === 'saved') return `${called} since the saved context ${tier} of ${sayDay(made, today)}`
  const at = `commit ${commit.slice(0, 7)} of ${committed}`
  return `${called} since ${said === undefined ? at : `${said} (${at})`}`
}

function sayLine({ what, before, after, path, line }: Change, more: number): string {
  const text = what === 'changed' ? `${cut(before!, longest)} → ${cut(after!, longest)}` : cut((after ?? before)!, longest)
  const colour = what === 'new' ? 'green' : what === 'gone' ? 'red' : 'yellow'
  const rest = more > 0 ? ` (and ${sayCount(more, 'more line')})` : ''
  return hang(`  ${styleText(colour, what.padEnd(7))}  `, `${text}${rest}  ${styleText('dim', `${path}:${line}`)}`)
}

/** The lines of a record that came or went as a whole, as one. */
function fold(changes: readonly Change[]): { change: Change; more: number }[] {
  const lines: { change: Change; more: number }[] = []
  for (const change of changes) {
    const last = lines.at(-1)
    const isRest = last?.change.first && !change.first && change.what !== 'changed' && change.what === last.change.what
    if (isRest && change.path === last.change.path && change.section === last.change.section) last.more++
    else lines.push({ change, more: 0 })
  }
  return lines
}

/** How it was chosen what is compared with, and what could not be told. */
export const sayBase = ({ since: { chosen, said }, tier, unsure }: Diff): string[] => [
  ...(chosen === 'week'
    ? [
        `No saved context ${tier} says what it was made from, so this is ${said === undefined ? 'since the first commit' : 'the last 7 days'}; --since compares with another time.`,
      ]
    : []),
  ...(unsure.length > 0
    ? [
        `${sayCount(unsure.length, 'file')} had edits that were never committed when it was saved, and changed since; compared with what was committed.`,
      ]
    : []),
]
