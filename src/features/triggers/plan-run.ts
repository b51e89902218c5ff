import type { Edit } from '../../records/plan.ts'
import type { Decision } from './decide.ts'
import type { Hands } from './plan-actions.ts'
import { type Planned, planDigest, planDue, planEpisode, planPending } from './plan-episode.ts'
import { planKnown } from './plan-known.ts'
import { type State, stateOf } from './read-state.ts'

/** More firings of one rule at once become one episode. */
const most = 20

/** What one evaluation of the rules comes to. */
export type Run = {
  edits: Edit[]
  fired: Planned[]
  /** Actions of earlier episodes that became due. */
  due: Planned[]
  ended: { rule: string; subject: string; path: string }[]
  /** What already held when a rule was first seen, by rule. */
  firstSeen: { rule: string; count: number }[]
  pending: Planned[]
}

type Asked = { state: State; commit: string | null; today: string }

/** Decides all that a run of the rules writes: episodes, tasks, forecasts, known pairs. Nothing, when nothing is new. */
export function planRun(decisions: readonly Decision[], hands: Hands, { state, commit, today }: Asked): Run {
  const run: Run = { edits: [], fired: [], due: [], ended: [], firstSeen: [], pending: [] }
  const { isUnread } = hands.tree
  for (const decision of decisions) {
    const { rule, isFirst, fired, known, standing, pending, ended, dropped, shrunk } = decision
    const own = stateOf(rule, state)
    const planned =
      fired.length > most ? [planDigest(rule, fired, hands)] : fired.map((verdict) => planEpisode(rule, verdict, hands))
    const firedPaths = new Set(planned.map(({ path }) => path))
    const firedKeys = new Set(fired.map(({ subject }) => subject.key))
    const due = standing.flatMap(({ verdict, episode }) => planDue(rule, verdict, episode, hands) ?? [])
    const waits = pending.flatMap(({ verdict, episode }) => (episode ? [] : [planPending(rule, verdict, hands)]))
    const over = own.episodes.filter(
      ({ value, path }) => value.status === 'pending' && firedKeys.has(value.subject) && !firedPaths.has(path),
    )
    run.edits.push(
      ...planKnown(decision, own, { commit, today, isUnread }),
      ...[...planned, ...due, ...waits].flatMap(({ edits }) => edits),
      ...ended.flatMap(({ path, sha }): Edit[] => [
        { do: 'set', path, from: sha, field: ['status'], value: 'resolved' },
        { do: 'set', path, from: sha, field: ['resolved'], value: today },
      ]),
      ...shrunk.map(
        ({ episode: { path, sha }, subjects }): Edit => ({ do: 'set', path, from: sha, field: ['subjects'], value: subjects }),
      ),
      ...[...dropped, ...over].map(({ path, sha }): Edit => ({ do: 'delete', path, from: sha })),
    )
    run.fired.push(...planned)
    run.due.push(...due)
    run.pending.push(...waits)
    run.ended.push(...ended.map(({ path, value }) => ({ rule: rule.name, subject: value.subject, path })))
    if (isFirst && known.length > 0) run.firstSeen.push({ rule: rule.name, count: known.length })
  }
  return { ...run, edits: withoutTwins(run.edits) }
}

/** Two rules may set the same field of a deal; the first that does so is heard, and the second said the same or comes too late. */
function withoutTwins(edits: readonly Edit[]): Edit[] {
  const seen = new Set<string>()
  return edits.filter((edit) => {
    const key = edit.do === 'set' ? `${edit.path} ${edit.field.join('.')}` : edit.do === 'create' ? edit.path : undefined
    if (key === undefined) return true
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
