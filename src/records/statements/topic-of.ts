import type { CueGroup } from './cues.ts'
import type { Statement } from './read-statement.ts'
import { stemOf } from './stem-of.ts'
import { stopWords } from './stop-words.ts'

/** Words that speak for these kinds often are the subject itself: a price, a deadline, procurement. */
const naming = new Set<CueGroup>(['amount', 'date', 'role', 'objection'])

/** The stems of the words that may name what a statement is about, without amounts and days; cues, names and usual words name it less often: `share`. */
export function topicOf(
  { words, values, cues }: Statement,
  unusual: (word: string) => number,
): { stem: string; share: number }[] {
  const valued = new Map(values.map(({ at, kind }) => [at, kind]))
  const cued = new Set(
    cues
      .filter(({ group, weight }) => weight === 1 && !naming.has(group))
      .flatMap(({ at, length }) => Array.from({ length }, (_, n) => at + n)),
  )
  const stems = new Map<string, number>()
  for (const [at, word] of words.entries()) {
    const kind = valued.get(at)
    if (word.length < 2 || stopWords.has(word) || (kind !== undefined && kind !== 'name')) continue
    const stem = stemOf(word)
    stems.set(stem, Math.max(stems.get(stem) ?? 0, unusual(word) * (cued.has(at) ? 0.35 : kind === 'name' ? 0.4 : 1)))
  }
  return [...stems].map(([stem, share]) => ({ stem, share }))
}
