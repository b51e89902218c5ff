import { distance } from 'fastest-levenshtein'
import { likenessWeight } from '../../formulas/duplicate-score.ts'
import { nameLikeness } from '../../formulas/name-likeness.ts'
import { inOrder } from '../../workspace/tree.ts'
import { note, type Pairs } from './pair-up.ts'

/** A name to be compared: `key` without spaces and accents, `words` for what it may be found by. */
export type Name = { at: number; key: string; words: readonly string[] }

/** Of a block of more names than this only neighbours are compared, this far. */
const block = 60
const neighbours = 8

/** Names alike enough to be told. */
const enough = 0.93

/**
 * Pairs names that are alike but not the same. Only those are compared that share a word, a beginning or an end (blocking), so that
 * ten thousand names take a second and not an hour; in large blocks a name meets its neighbours by letters only.
 */
export function pairAlike(pairs: Pairs, names: readonly Name[], by = 'likeness'): void {
  const blocks = new Map<string, Name[]>()
  for (const name of names) {
    if (name.key.length < 4) continue
    const words = name.words.filter((word) => word.length > 3)
    for (const key of new Set([`^${name.key.slice(0, 3)}`, `$${name.key.slice(-4)}`, ...words])) {
      const some = blocks.get(key)
      if (some) some.push(name)
      else blocks.set(key, [name])
    }
  }
  const met = new Set<number>()
  for (const some of blocks.values()) {
    const isLarge = some.length > block
    const sorted = isLarge ? some.toSorted((a, b) => inOrder(a.key, b.key)) : some
    for (const [n, one] of sorted.entries()) {
      const others = sorted.slice(n + 1, isLarge ? n + 1 + neighbours : sorted.length)
      for (const other of others) compare(pairs, met, one, other, by, names.length)
    }
  }
}

function compare(pairs: Pairs, met: Set<number>, one: Name, other: Name, by: string, count: number): void {
  if (one.at === other.at || one.key === other.key) return
  const known = Math.min(one.at, other.at) * count + Math.max(one.at, other.at)
  if (met.has(known)) return
  met.add(known)
  const [short, long] = one.key.length < other.key.length ? [one.key, other.key] : [other.key, one.key]
  if (short.length < 0.7 * long.length || numbersOf(short) !== numbersOf(long)) return
  const isShuffled = one.words.length > 1 && sorted(one.words) === sorted(other.words)
  const likeness = isShuffled ? 0.99 : nameLikeness(one.key, other.key)
  if (likeness < enough || (!isShuffled && differsInAWord(one.words, other.words))) return
  note(pairs, one.at, other.at, { by, value: likeness.toFixed(2), weight: likenessWeight(likeness) })
}

/** "Nordwind Energy" and "Nordwind Logistics" share a beginning and are two: a whole word differs, and is not misspelt. */
function differsInAWord(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false
  return a.some((word, n) => distance(word, b[n]!) > (Math.min(word.length, b[n]!.length) < 6 ? 1 : 2))
}

const numbersOf = (key: string) => key.replace(/\D+/g, ' ').trim()
const sorted = (words: readonly string[]) => words.toSorted().join(' ')
