import { type CueGroup, cues } from './cues.ts'

/** A word or phrase that speaks for a kind of statement, where it begins and how many words it has. */
type Cue = { group: CueGroup; weight: number; at: number; length: number }

type Known = { group: CueGroup; weight: number; rest: readonly string[] }

const [whole, begun] = [new Map<string, Known[]>(), new Map<string, { start: string; cue: Known }[]>()]

/** A beginning of a word is looked for by so many letters. */
const key = 4

for (const group of Object.keys(cues) as CueGroup[])
  for (const [strength, weight] of [
    ['strong', 1],
    ['weak', 0.4],
  ] as const)
    for (const written of new Set(cues[group][strength].split(/\s+/).filter(Boolean))) {
      const [first = '', ...rest] = written.split('_')
      const cue = { group, weight, rest }
      if (first.endsWith('*')) {
        const start = first.slice(0, -1)
        const at = start.slice(0, key)
        begun.set(at, [...(begun.get(at) ?? []), { start, cue }])
      } else whole.set(first, [...(whole.get(first) ?? []), cue])
    }

/** Finds the words that speak for a kind of statement, among words in small letters. */
export function findCues(words: readonly string[]): Cue[] {
  const found: Cue[] = []
  const add = ({ group, weight, rest }: Known, at: number) => {
    if (rest.every((word, n) => words[at + 1 + n] === word)) found.push({ group, weight, at, length: 1 + rest.length })
  }
  for (const [at, word] of words.entries()) for (const cue of cuesOf(word)) add(cue, at)
  return found
}

const none: readonly Known[] = []
const looked = new Map<string, readonly Known[]>()

/** What a word can begin; words come again and again, and are looked up once. */
function cuesOf(word: string): readonly Known[] {
  const before = looked.get(word)
  if (before) return before
  const starts = (begun.get(word.slice(0, key)) ?? []).filter(({ start }) => word.startsWith(start)).map(({ cue }) => cue)
  const found = [...(whole.get(word) ?? []), ...starts]
  const kept = found.length > 0 ? found : none
  if (looked.size < 200_000) looked.set(word, kept)
  return kept
}
