import { inOrder } from '../../workspace/tree.ts'

/** Of more records than this that share a key, each is held against the first only: pairs would be too many to read. */
const crowd = 12

/** What two records have in common, as it was found. */
export type Shared = { by: string; value: string; weight?: number }

/** Two records by where they stand in their list, the first before the second, with what they share. */
export type Pairs = Map<string, { a: number; b: number; reasons: Shared[] }>

/** Notes that two records share something; twice the same is once. */
export function note(pairs: Pairs, one: number, other: number, reason: Shared): void {
  if (one === other) return
  const [a, b] = one < other ? [one, other] : [other, one]
  const key = `${a} ${b}`
  const pair = pairs.get(key) ?? { a, b, reasons: [] }
  if (!pair.reasons.some(({ by }) => by === reason.by)) pair.reasons.push(reason)
  pairs.set(key, pair)
}

/** Records by a key they have; empty keys are nobody's. */
export function groupBy(count: number, keysOf: (at: number) => readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (let at = 0; at < count; at++)
    for (const key of new Set(keysOf(at))) {
      if (key === '') continue
      const group = groups.get(key)
      if (group) group.push(at)
      else groups.set(key, [at])
    }
  return groups
}

/** Pairs all who share a key; `as` says what that is, or nothing where it tells nothing. */
export function pairShared(
  pairs: Pairs,
  groups: ReadonlyMap<string, readonly number[]>,
  as: (key: string, group: readonly number[]) => Shared | undefined,
): void {
  for (const [key, group] of groups) {
    if (group.length < 2) continue
    const reason = as(key, group)
    if (!reason) continue
    const firsts = group.length > crowd ? group.slice(0, 1) : group
    for (const [n, one] of firsts.entries()) for (const other of group.slice(n + 1)) note(pairs, one, other, reason)
  }
}

type Scored = { score: number; a: string; b: string }

/** Best first, then by name, so that every machine lists alike. */
export const byScore = (one: Scored, other: Scored) =>
  other.score - one.score || inOrder(one.a, other.a) || inOrder(one.b, other.b)
