import type { Statement } from '../../../records/statements/read-statement.ts'

/** How many places the counts of word pairs have: so many more than pairs that chance meetings do not matter. */
const places = 1 << 21

/** Counts words that stand beside each other over a whole account, and tells from it how unusual a sentence, a place in it, or a word is, from 0 to 1. */
export function openRarity(statements: readonly Statement[]) {
  const pairs = new Uint16Array(places)
  const words = new Uint16Array(places)
  for (const statement of statements) {
    const codes = codesOf(statement)
    for (let at = 0; at + 1 < codes.length; at++) {
      count(pairs, pairOf(codes[at]!, codes[at + 1]!))
      count(words, pairOf(codes[at]!, 0))
    }
  }
  const usual = Math.max(6, statements.length * 0.0004)
  const common = Math.max(20, statements.length * 0.002)
  const unusual = (a: number, b: number) => 1 / (1 + (pairs[pairOf(a, b)]! / usual) ** 2)
  const ofStatement = (statement: Statement) => {
    const codes = codesOf(statement)
    const novelty: number[] = []
    for (let at = 0; at + 1 < codes.length; at++) novelty.push(unusual(codes[at]!, codes[at + 1]!))
    const between = (from: number, to: number) => Math.max(0, ...novelty.slice(Math.max(0, from), Math.max(0, to)))
    return {
      /** Of a phrase: the usual one of its two sides counts. */
      ofPhrase: (at: number, length: number) => 0.25 + 0.75 * Math.min(novelty[at] ?? 1, novelty[at + length] ?? 1),
      /** Of a value: what is said of it stands a word or two away. */
      ofValue: (at: number) => 0.25 + 0.75 * Math.max(between(at - 2, at + 1), between(at + 1, at + 3)),
      mean: meanOfMost(novelty.filter((_, at) => !isValue(codes[at]!) && !isValue(codes[at + 1]!))),
    }
  }
  const ofWord = (word: string) => 1 / (1 + (words[pairOf(hash(word), 0)]! / common) ** 2)
  return { ofStatement, ofWord }
}

/** The mean of the more unusual places: what a sentence begins with by habit does not make it a usual one. */
function meanOfMost(novelty: readonly number[]): number {
  const most = [...novelty].sort((a, b) => b - a).slice(0, Math.ceil(novelty.length * 0.65))
  return most.length === 0 ? 0.3 : most.reduce((sum, one) => sum + one, 0) / most.length
}

/** What stands for an amount or a day, before which the same small words always stand. */
const isValue = (code: number) => code >= 1 && code <= 3

const count = (counts: Uint16Array, place: number) => {
  if (counts[place]! < 65_535) counts[place]!++
}

const known = new WeakMap<Statement, Int32Array>()

/** The words as numbers, with one number for all values of a kind and for the edges of the sentence. */
function codesOf(statement: Statement): Int32Array {
  const before = known.get(statement)
  if (before) return before
  const { words, values } = statement
  const codes = new Int32Array(words.length + 2)
  for (let at = 0; at < words.length; at++) codes[at + 1] = hash(words[at]!)
  for (const { at, kind } of values) if (kind !== 'name') codes[at + 1] = kind === 'month' ? 3 : kind === 'day' ? 2 : 1
  known.set(statement, codes)
  return codes
}

function hash(word: string): number {
  let code = 0x811c9dc5
  for (let at = 0; at < word.length; at++) code = Math.imul(code ^ word.charCodeAt(at), 0x01000193)
  return code
}

const pairOf = (a: number, b: number) => (Math.imul(a, 31) + Math.imul(b ^ (b >>> 15), 0x5bd1e995)) >>> 11
