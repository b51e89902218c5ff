import type { CueGroup, StatementKind } from '../records/statements/cues.ts'
import type { Value } from '../records/statements/find-values.ts'
import type { Statement } from '../records/statements/read-statement.ts'

/** How much it matters to know a statement of each kind: what was settled, how much and when before who and what stands against it. */
const importance: Record<StatementKind, number> = { decision: 3, amount: 3, date: 3, role: 2, objection: 2, promise: 2 }

/** What a sentence is worth, and how sure it is (0 to 1) of each kind and that it tells of a change. */
export type Weight = { worth: number; kinds: Record<StatementKind, number>; change: number }

/** How unusual a phrase, the surroundings of a value, and the sentence are in the account, from 0 to 1. */
type Novelty = { ofPhrase: (at: number, length: number) => number; ofValue: (at: number) => number; mean: number }

const allNew: Novelty = { ofPhrase: () => 1, ofValue: () => 1, mean: 1 }

/** How much a sentence is worth by what it states, from 0 to 3: what everybody in the account says all the time says little. */
export function weighStatement({ cues, values, isQuestion }: Statement, { ofPhrase, ofValue, mean }: Novelty = allNew): Weight {
  const spoken: Record<CueGroup, number> = {
    decision: 0,
    amount: 0,
    date: 0,
    role: 0,
    objection: 0,
    promise: 0,
    change: 0,
    chat: 0,
    open: 0,
  }
  for (const { group, weight, at, length } of cues) spoken[group] += (1.25 - spoken[group]) * weight * 0.75 * ofPhrase(at, length)
  const given: Record<Value['kind'], number> = { money: 0, share: 0, count: 0, day: 0, month: 0, name: 0 }
  for (const { kind, at } of values) given[kind] = Math.max(given[kind], ofValue(at))
  const kinds = judgeKinds(spoken, given)
  const sorted = (Object.keys(importance) as StatementKind[]).sort((a, b) => importance[b] * kinds[b] - importance[a] * kinds[a])
  const [main, next] = sorted as [StatementKind, StatementKind]
  const stated = kinds[main] + 0.15 * kinds[next] + 0.25 * spoken.change
  const doubt = (1 - 0.5 * Math.min(1, spoken.chat)) * (1 - 0.3 * Math.min(1, spoken.open)) * (isQuestion ? 0.4 : 1)
  const sure = 1 - Math.exp(-((stated + 0.08) * doubt * mean ** 1.5) / plenty)
  const weight = 1 + (importance[main] - 1) * Math.min(1, kinds[main] / clear)
  return { worth: weight * sure, kinds, change: Math.min(1, spoken.change) }
}

/** From here on a sentence counts as of its kind; below, it is mostly something else. */
const clear = 0.25

/** A sentence that states so much is a statement of two chances in three. */
const plenty = 0.3

function judgeKinds(spoken: Record<CueGroup, number>, given: Record<Value['kind'], number>): Weight['kinds'] {
  const most = (sum: number) => Math.min(1, sum)
  const figure = Math.max(given.money * 0.75, given.share * 0.75, given.count * 0.5)
  const day = Math.max(given.day, given.month) * 0.7
  return {
    decision: most(spoken.decision * 0.9),
    amount: figure === 0 ? 0 : most(figure + spoken.amount * 0.5),
    date: day === 0 ? most(spoken.date * 0.25) : most(day + spoken.date * 0.45),
    role: most(spoken.role * (given.name > 0 ? 0.8 : 0.5) + given.name * 0.2),
    objection: most(spoken.objection * 0.9),
    promise: most(spoken.promise * 0.6),
  }
}
