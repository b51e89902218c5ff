import { pairWeights, singleHan, singleHangul, tripleWeights } from './letter-costs.ts'

/** What stands before the letters of a word and is one piece with it: nothing, a space or a sign. */
export type Lead = 'nothing' | 'space' | 'apostrophe' | 'sign'

const symbols = 27
const buckets = 2039
const skipped = new Set(["'", '\\', '`'])
const levels = Array.from({ length: 92 }, (_, n) => String.fromCharCode(35 + n)).filter((char) => !skipped.has(char))

const weightsOf = (written: string, less: number) => {
  const level = new Map(levels.map((char, n) => [char, n * 20 - less]))
  return Int16Array.from(written, (char) => level.get(char)!)
}
const pairs = weightsOf(pairWeights, 0)
const triples = weightsOf(tripleWeights, 800)

const folded: Record<string, string> = { ß: 's', ø: 'o', æ: 'a', œ: 'o', đ: 'd', ł: 'l', ı: 'i', ð: 'd', þ: 't' }

/** The letter behind accents, 1 to 26; 0 where there is none. */
function plainOf(written: string): number {
  const char = written.toLowerCase()
  const letter = folded[char] ?? char.normalize('NFD')[0]!
  return letter >= 'a' && letter <= 'z' ? letter.charCodeAt(0) - 96 : 0
}

const plain = Uint8Array.from({ length: 0x250 }, (_, code) => plainOf(String.fromCharCode(code)))

/** What the shape of a word adds, in milli-weights: letters with accents, capitals, and what it leans on. */
const adds = {
  accent: 470,
  rarerAccent: 740,
  capital: 310,
  furtherCapital: 153,
  sign: 1450,
  apostrophe: 850,
  nothing: 250,
  space: 0,
}

/** Milli-tokens of a word of Latin letters, `text[from..to)`. */
export function latinCost(text: string, from: number, to: number, lead: Lead): number {
  let weight = adds[lead]
  let [before, last, capitals, repeats, code] = [0, 0, 0, 0, 0]
  for (let at = from; at < to; at++) {
    const again = text.charCodeAt(at) === code
    code = text.charCodeAt(at)
    const letter = code < 0x250 ? plain[code]! : plainOf(text[at]!)
    if (again && letter === before) {
      repeats += wholeRuns.has(text[at]!) ? 140 : 520
      continue
    }
    weight += pairs[last * symbols + letter]! + triples[((before * symbols + last) * symbols + letter) % buckets]!
    if (code > 0x7f) weight += code < 0x100 ? adds.accent : adds.rarerAccent
    if (code < 0x61 || (code > 0x7f && isCapital(text[at]!))) capitals++
    ;[before, last] = [last, letter]
  }
  weight += pairs[last * symbols]!
  if (capitals > 0) weight += adds.capital
  if (capitals > 1) weight += adds.furtherCapital * (capitals - 1)
  weight += Math.max(0, weight - chaos * (to - from)) * 1.3
  return 1000 + repeats + Math.ceil(beyondFirst(weight))
}

/** Milli-tokens of a word after its first: light words are mostly known as a whole, heavy ones are not. */
function beyondFirst(weight: number): number {
  if (weight <= 0) return 0
  const even = (weight * weight) / (weight + 2000)
  return even * (0.37 + 0.71 * Math.min(1, even / 1000))
}

/** Above this weight a letter, no language is left: such words are cut smaller than their pairs say. */
const chaos = 430

/** Letters of which a long run is an eighth of a token each; of others it is up to a half. */
const wholeRuns = new Set('aflox')

const isCapital = (char: string) => char !== char.toLowerCase()

/** Milli-tokens of a run of letters of a script: each letter after the second. */
const eachLetter = { greek: 470, cyrillic: 248, hebrew: 470, arabic: 170, indic: 160, thai: 400, kana: 640 }
export type Script = keyof typeof eachLetter

/** Milli-tokens of a run of `count` letters of a script that is written in words. */
export const scriptCost = (script: Script, count: number) =>
  1000 + eachLetter[script] * Math.max(0, count - (script === 'kana' ? 1.4 : 2))

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
