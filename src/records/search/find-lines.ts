import type { Term } from './read-query.ts'
import { type Word, wordsOf } from './words-of.ts'

/** A line that holds what was searched for: its number (from 1), its text, and where in it the finds stand. */
export type FoundLine = { line: number; text: string; marks: [from: number, to: number][] }

type Find = { term: number; from: number; to: number }

/** The lines of a text that hold most of what was searched for, best first, at most `most`. A phrase that runs over a line's end is found in the line it begins on. */
export function findLines(text: string, terms: readonly Term[], most: number): FoundLine[] {
  const words = wordsOf(text)
  const wanted = terms.filter(({ not }) => !not)
  const finds = wanted.flatMap((term, n) => placesOf(words, term).map((place) => ({ ...place, term: n })))
  const starts = lineStarts(text)
  const byLine = Map.groupBy(finds, ({ from }) => lineAt(starts, from))
  return [...byLine]
    .map(([line, own]) => ({ line, own, terms: new Set(own.map(({ term }) => term)).size }))
    .sort((a, b) => b.terms - a.terms || a.line - b.line)
    .slice(0, most)
    .map(({ line, own }) => cutLine(text, starts, line, own))
}

/** Where a term stands in a text. */
function placesOf(words: readonly Word[], { words: wanted, begun }: Term): Omit<Find, 'term'>[] {
  const last = wanted.length - 1
  const fits = (word: string | undefined, n: number) => (n === last && begun ? word?.startsWith(wanted[n]!) : word === wanted[n])
  return words.flatMap(({ word, from }, at) => {
    if (!fits(word, 0) || !wanted.every((_, n) => fits(words[at + n]?.word, n))) return []
    return [{ from, to: words[at + last]!.to }]
  })
}

const lineStarts = (text: string): number[] => [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]

/** The number of the line (from 0) that holds an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function cutLine(text: string, starts: readonly number[], line: number, finds: readonly Find[]): FoundLine {
  const from = starts[line]!
  const whole = text.slice(from, starts[line + 1] ?? text.length).replace(/\r?\n$/, '')
  const marks = finds
    .map((find): [number, number] => [find.from - from, Math.min(find.to - from, whole.length)])
    .sort(([a], [b]) => a - b)
  return { line: line + 1, text: whole, marks }
}
