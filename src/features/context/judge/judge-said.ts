import { type Weight, weighStatement } from '../../../formulas/weigh-statement.ts'
import type { StatementKind } from '../../../records/statements/cues.ts'
import { readStatement, type Statement } from '../../../records/statements/read-statement.ts'
import { plainKey } from '../../../records/text/plain-key.ts'
import { findLater, type Later } from './find-later.ts'
import { openRarity } from './open-rarity.ts'

/** A sentence somebody said, and when; give them oldest first. */
export type Saying = { text: string; day: string }

/** What a sentence is worth (0 to 3), which later one speaks of the same, and whether it only repeats an earlier one. */
export type Judged = { worth: number; kind: StatementKind; later?: Later; repeats: boolean }

/** Judges all that was said over the whole account: what matters, what a later word replaces, and what was said before. */
export function judgeSaid(said: readonly Saying[]): Judged[] {
  const keys = said.map(({ text }) => plainKey(text))
  const read = new Map<string, Statement>()
  const statements = said.map(({ text }, n) => {
    const known = read.get(keys[n]!) ?? readStatement(text)
    read.set(keys[n]!, known)
    return known
  })
  const rarity = openRarity(statements)
  const weights = weigh(statements, rarity.ofStatement)
  const worths = weights.map(({ worth }) => worth)
  const later = asSaidLast(findLater({ said, keys, statements, weights, unusual: rarity.ofWord }), keys)
  const wanted = new Set([...later.values()].flatMap(({ by, others }) => [by, ...others]))
  const raised = [...worths]
  for (const [n, { by, how }] of later)
    if (how === 'replaces' || how === 'related') raised[by] = Math.max(raised[by]!, Math.min(worths[n]!, 2 * worths[by]!))
  const first = new Map<string, number>()
  return raised.map((worth, n) => {
    const key = keys[n]!
    if (!first.has(key)) first.set(key, n)
    const found = later.get(n)
    return {
      worth,
      kind: mainKind(weights[n]!),
      repeats: key.length > shortest && first.get(key) !== n && !wanted.has(n),
      ...(found && { later: found }),
    }
  })
}

/** What was said again unchanged holds until a word that is later than its last telling. */
function asSaidLast(found: ReadonlyMap<number, Later>, keys: readonly string[]): Map<number, Later> {
  const last = new Map(keys.map((key, n) => [key, n]))
  return new Map(
    keys.flatMap((key, n) => {
      const later = found.get(last.get(key)!)
      return later ? [[n, later] as const] : []
    }),
  )
}

/** The kind it is surest of. */
const mainKind = ({ kinds }: Weight) =>
  (Object.keys(kinds) as StatementKind[]).reduce((best, kind) => (kinds[kind] > kinds[best] ? kind : best))

/** So short a sentence may be said again. */
const shortest = 12

function weigh(statements: readonly Statement[], rarity: ReturnType<typeof openRarity>['ofStatement']): Weight[] {
  const known = new Map<Statement, Weight>()
  return statements.map((statement) => {
    const before = known.get(statement)
    if (before) return before
    const found = weighStatement(statement, rarity(statement))
    known.set(statement, found)
    return found
  })
}
