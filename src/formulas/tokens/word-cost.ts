import { gramWeights, shapeWeights, singleHan, singleHangul } from './letter-costs.ts'

/** What stands before the letters of a word and is one piece with it: nothing, a space or a sign. */
export type Lead = 'nothing' | 'space' | 'apostrophe' | 'sign'

/** How many weights there are for two and for three letters in a row, which share them by their hash; a power of two. */
export const buckets = 16384

/** A weight is one character: 92 steps of 0.025 tokens from −1.15. */
export const levels = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n)).filter((char) => !"'\\`".includes(char))
export const [step, least] = [25, -1150]

/** Letters from here on are not weighed but counted by their bytes, but for those that are Latin and Greek again. */
export const isWeighed = (code: number) => code < 0x1100 || (code >= 0x1780 && code < 0x1800) || (code >= 0x1e00 && code < 0x2000)

const lowered = Uint16Array.from({ length: 0x2000 }, (_, code) => String.fromCharCode(code).toLowerCase().charCodeAt(0))

/** The small letter of a letter that is weighed, by their codes. */
export const lower = (code: number) => lowered[code]!

const mix = (sum: number) => {
  const mixed = Math.imul(sum ^ (sum >>> 15), 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) & (buckets - 1)
}

/** Which weight two small letters in a row have; 1 stands for none. */
export const pairBucket = (a: number, b: number) => mix(Math.imul(a, 31337) + b)

/** Which weight three small letters in a row have; 1 stands for none. */
export const tripleBucket = (a: number, b: number, c: number) => mix(Math.imul(Math.imul(a, 31337) + b, 31337) + c + 7919)

/** What the third and further of the same letter in a row cost, in milli-tokens: of some letters long runs are tokens. */
export const repeatCost = (code: number) =>
  code === 0x61 || code === 0x66 || code === 0x6c || code === 0x6f || code === 0x78 ? 140 : 520

/** Milli-tokens of a word beyond its first, by its weight in milli-tokens: light words are mostly known as a whole. */
export const beyondFirst = (weight: number) => (weight + Math.sqrt(weight * weight + bend * bend)) / 2
const bend = 600

const level = new Map(levels.map((char, n) => [char, n * step + least]))
const weights = Int16Array.from(gramWeights, (char) => level.get(char)!)

/** Milli-tokens of a word of letters that are weighed, `text[from..to)`. */
export function wordCost(text: string, from: number, to: number, lead: Lead): number {
  let weight = shapeWeights[lead]
  let [before, last, capitals, repeats] = [1, 1, 0, 0]
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    const small = lowered[code]!
    if (small !== code) capitals++
    if (small === last && small === before) {
      repeats += repeatCost(code)
      continue
    }
    weight += weights[pairBucket(last, small)]! + weights[tripleBucket(before, last, small)]!
    ;[before, last] = [last, small]
  }
  weight += weights[pairBucket(last, 1)]! + weights[tripleBucket(before, last, 1)]!
  if (capitals > 0) weight += shapeWeights.capital + shapeWeights.furtherCapital * (capitals - 1)
  return 1000 + repeats + Math.ceil(beyondFirst(weight))
}

/** Milli-tokens of a run of `count` Japanese syllables. */
export const kanaCost = (count: number) => 1000 + Math.ceil(640 * Math.max(0, count - 1.4))

const bitsOf = (written: string) => Uint8Array.from(atob(written), (char) => char.charCodeAt(0))
const once = (written: string) => {
  let bits: Uint8Array | undefined
  return (n: number) => ((bits ??= bitsOf(written))[n >> 3]! >> (n & 7)) & 1
}
const [isSingleHan, isSingleHangul] = [once(singleHan), once(singleHangul)]

/** Milli-tokens of one Chinese character. */
export const hanCost = (code: number) => (isSingleHan(code - 0x4e00) ? 880 : 2050)

/** Milli-tokens of one Korean syllable. */
export const hangulCost = (code: number) => (isSingleHangul(code - 0xac00) ? 850 : 2350)
