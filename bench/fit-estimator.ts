// Fits src/formulas/tokens/letter-costs.ts: node bench/fit-estimator.ts FOLDER… (folders of translated .mo files: Debian 12's evolution-common, gnucash-common, gimp-data).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode, encode } from 'gpt-tokenizer/encoding/o200k_base'
import { singleHan, singleHangul } from '../src/formulas/tokens/letter-costs.ts'
import {
  beyondFirst,
  buckets,
  isWeighed,
  type Lead,
  least,
  levels,
  lower,
  pairBucket,
  repeatCost,
  step,
  tripleBucket,
} from '../src/formulas/tokens/word-cost.ts'
import { readGolden } from '../test/formulas/golden.ts'
import { seeded } from './generate.ts'

const shapes = ['space', 'nothing', 'apostrophe', 'sign', 'capital', 'furtherCapital'] as const

/** A word as the estimator cuts it: which weights it adds up (with their factors), and what it costs beyond its first token. */
type Word = { at: number[]; times: number[]; real: number }
/** How far above o200k the words of a corpus are to lie on average, and how much that counts. */
type Corpus = { name: string; words: [number, number][]; real: number; above: number; counts: number }

/** Languages that come out high by themselves are to lie less above; scripts other than Latin may lie further. */
function aboveOf(language: string, text: string): number {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (latin < (text.match(/\p{L}/gu)?.length ?? 0) / 2) return 0.11
  if (/^(cs|sk|da|czech|slovak|danish)/.test(language)) return 0.12
  if (/^(fr|french)/.test(language)) return 0.015
  return /^(en|es|pt|id|tr|pl|spanish|portuguese|indonesian|turkish|polish)/.test(language) ? 0.03 : 0.07
}

const all: Word[] = []
const known = new Map<string, number>()
const word = /(?:[^\S\n]|(?<=[\p{L}\p{N}\p{M}]|^)[^\s\p{L}\p{N}\p{M}])?(?:\p{Lu}*[\p{Ll}\p{Lt}\p{Lm}\p{Lo}\p{M}]+|\p{Lu}+)/gmu

function readWord(written: string): Word | undefined {
  const first = written.codePointAt(0)!
  const led = /^[\p{L}\p{M}]/u.test(written) ? '' : String.fromCodePoint(first)
  const lead: Lead = led === '' ? 'nothing' : /\s/.test(led) ? 'space' : "'’".includes(led) ? 'apostrophe' : 'sign'
  const letters = written.slice(led.length)
  const sums = new Map<number, number>([[buckets + shapes.indexOf(lead), 1]])
  const add = (at: number, n = 1) => sums.set(at, (sums.get(at) ?? 0) + n)
  let [before, last, capitals, repeats] = [1, 1, 0, 0]
  for (let n = 0; n < letters.length; n++) {
    const code = letters.charCodeAt(n)
    if (!isWeighed(code)) return undefined
    const small = lower(code)
    if (small !== code) capitals++
    if (small === last && small === before) {
      repeats += repeatCost(code)
      continue
    }
    add(pairBucket(last, small))
    add(tripleBucket(before, last, small))
    ;[before, last] = [last, small]
  }
  add(pairBucket(last, 1))
  add(tripleBucket(before, last, 1))
  if (capitals > 0) add(buckets + 4)
  if (capitals > 1) add(buckets + 5, capitals - 1)
  return { at: [...sums.keys()], times: [...sums.values()], real: encode(written).length - 1 - repeats / 1000 }
}

function readCorpus(name: string, text: string, above: number, counts: number): Corpus {
  const times = new Map<number, number>()
  let real = 0
  for (const [written] of text.matchAll(word)) {
    let n = known.get(written)
    if (n === undefined) {
      const read = readWord(written)
      n = read ? all.push(read) - 1 : -1
      known.set(written, n)
    }
    if (n < 0) continue
    times.set(n, (times.get(n) ?? 0) + 1)
    real += 1 + all[n]!.real
  }
  return { name, words: [...times], real, above, counts }
}

/** The sentences in a .mo file: what was written in English, and its translation. */
function readMessages(file: string): [english: string, translated: string] {
  const bytes = readFileSync(file)
  const [count, from, to] = [bytes.readUInt32LE(8), bytes.readUInt32LE(12), bytes.readUInt32LE(16)]
  const at = (table: number, n: number) => {
    const start = bytes.readUInt32LE(table + 8 * n + 4)
    return bytes.toString('utf8', start, start + bytes.readUInt32LE(table + 8 * n)).split('\0')[0]!
  }
  const prose = (text: string) => text.replaceAll(/<[^>]+>|_/g, '').replaceAll('\n', ' ')
  const messages = Array.from({ length: count }, (_, n) => [prose(at(from, n)), prose(at(to, n))] as const).filter(
    ([english, translated]) => english !== translated && translated.length >= 60 && !/[%$]/.test(translated),
  )
  return [messages.map(([english]) => english).join('\n'), messages.map(([, translated]) => translated).join('\n')]
}

function readFolder(folder: string): Corpus[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mo') && !/locale\/(ja|zh|ko|en@shaw|dz|ks)[_./@]/.test(name))
    .sort()
  const read = files.map((name) => [name, ...readMessages(join(folder, name))] as const)
  const english = read
    .map(([, written]) => written)
    .reduce((longest, text) => (text.length > longest.length ? text : longest), '')
  return [
    readCorpus('english', english, 0.03, 4),
    ...read
      .map(([name, , text]) => readCorpus(name, text.slice(0, 80_000), aboveOf(name.split('locale/').at(-1)!, text), 1))
      .filter(({ real }) => real > 1500),
  ]
}

/** The words o200k knows as one token, the usual ones more often than the rare. */
function vocabulary(): Corpus {
  const times = new Map<number, number>()
  for (let n = 0; n < 199_998; n++) {
    const token = decode([n])
    if (!/^ (\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+)$/u.test(token)) continue
    readCorpus('', token, 0, 0).words.forEach(([place]) => times.set(place, 200_000 / (n + 5000)))
  }
  const real = [...times.values()].reduce((sum, often) => sum + often, 0)
  return { name: 'vocabulary', words: [...times], real, above: 0.03, counts: 2 }
}

const chance = seeded(1)
const pick = <T>(list: ArrayLike<T>) => list[Math.floor(chance() * list.length)]!
const draw = (letters: ArrayLike<string>, count: number) =>
  Array.from({ length: Math.floor(count) }, () => pick(letters)).join('')
const small = 'abcdefghijklmnopqrstuvwxyz'
const digits = '0123456789'
const lines = (count: number, line: () => string) => Array.from({ length: count }, line).join('\n')

/** Texts without a language: what pairs of letters cost that no language has. */
const chaos = (): Corpus[] => [
  readCorpus(
    'letters',
    lines(20_000, () => `${draw(small, 1 + chance() * 14)} ${draw(small, 1 + chance() * 14)}`),
    0.1,
    3,
  ),
  readCorpus(
    'capitals',
    lines(4000, () => ` ${draw(small.toUpperCase(), 1 + chance() * 10)}`),
    0.07,
    1,
  ),
  readCorpus(
    'hex',
    lines(4000, () => draw(`${digits}abcdef`, 40)),
    0.08,
    3,
  ),
  readCorpus(
    'uuid',
    lines(4000, () => [8, 4, 4, 4, 12].map((n) => draw(`${digits}abcdef`, n)).join('-')),
    0.08,
    2,
  ),
  readCorpus(
    'capital hex',
    lines(3000, () => draw(`${digits}ABCDEF`, 40)),
    0.08,
    1,
  ),
  readCorpus(
    'base64',
    lines(4000, () => draw(`${small}${small.toUpperCase()}${digits}+/`, 76)),
    0.08,
    3,
  ),
  readCorpus(
    'ids',
    lines(6000, () => `-${draw(small, 4)} ${draw(small + digits, 8)}_${draw(small, 3)}`),
    0.07,
    1,
  ),
  ...Array.from({ length: 0x20 }, (_, n) => n * 0x80 + 0x80).flatMap((block) => {
    const letters = Array.from({ length: 0x80 }, (_, n) => String.fromCharCode(block + n)).filter((char) =>
      /[\p{L}\p{M}]/u.test(char),
    )
    return letters.length < 9
      ? []
      : [
          readCorpus(
            `block ${block.toString(16)}`,
            lines(1500, () => ` ${draw(letters, 1 + chance() * 8)}`),
            0.1,
            0.2,
          ),
        ]
  }),
]

/** Words of the texts after a sign, as in columns, addresses and code; every other one with a capital. */
function signed(texts: readonly string[]): Corpus {
  const words = texts.join(' ').match(/[a-z]{2,}/g)!
  const first = (plain: string) => (chance() < 0.5 ? plain[0]!.toUpperCase() + plain.slice(1) : plain)
  return readCorpus(
    'signed',
    lines(6000, () => `7${pick(',,,;"/-_.:@#=')}${first(pick(words))}`),
    0.1,
    3,
  )
}

const golden = readGolden().filter(({ half }) => half === 'fitted')
const corpora = [
  ...process.argv.slice(2).flatMap(readFolder),
  ...golden.map(({ name, text }) => readCorpus(name, text, aboveOf(name, text), 0.6)),
  vocabulary(),
  ...chaos(),
  signed(golden.map(({ text }) => text)),
]

const size = buckets + shapes.length
const weights = new Float64Array(size)
const slope = (weight: number) => (1 + weight / Math.sqrt(weight * weight + 0.36)) / 2
const weigh = ({ at, times }: Word) => at.reduce((sum, n, k) => sum + weights[n]! * times[k]!, 0)

/** How far each weight should fall: by the squares of what single words are off, and thirty times those of whole corpora. */
function findSlopes(): Float64Array {
  const own = Float64Array.from(all, weigh)
  const pulls = new Float64Array(all.length)
  for (const { words, real, above, counts } of corpora) {
    const estimate = words.reduce((sum, [n, times]) => sum + times * (1 + beyondFirst(own[n]! * 1000) / 1000), 0)
    const off = estimate / real - 1 - above
    for (const [n, times] of words) {
      const error = beyondFirst(own[n]! * 1000) / 1000 - all[n]!.real * (1 + above)
      pulls[n]! += ((counts * times) / real) * (2 * error + 60 * off) * slope(own[n]!)
    }
  }
  const slopes = weights.map((weight, n) => (n < buckets ? 4e-4 * weight : 0))
  all.forEach(({ at, times }, n) => {
    if (pulls[n] !== 0) at.forEach((place, k) => (slopes[place]! += pulls[n]! * times[k]!))
  })
  return slopes
}

const [fast, wide] = [new Float64Array(size), new Float64Array(size)]
const rounds = 240
for (let round = 1; round <= rounds; round++) {
  const slopes = findSlopes()
  const rate = 0.03 * Math.min(1, (2.5 * (rounds - round + 1)) / rounds)
  for (let n = 0; n < size; n++) {
    fast[n] = 0.9 * fast[n]! + 0.1 * slopes[n]!
    wide[n] = 0.99 * wide[n]! + 0.01 * slopes[n]! ** 2
    weights[n]! -= (rate * fast[n]!) / (1 - 0.9 ** round) / (Math.sqrt(wide[n]! / (1 - 0.99 ** round)) + 1e-6)
    if (n < buckets) weights[n] = Math.min((least + 91 * step) / 1000, Math.max(least / 1000, weights[n]!))
  }
}

const written = Array.from(weights.subarray(0, buckets), (weight) => levels[Math.round((weight * 1000 - least) / step)]).join('')
const shape = shapes.map((name, n) => `${name}: ${Math.round(weights[buckets + n]! * 1000)}`).join(', ')
writeFileSync(
  new URL('../src/formulas/tokens/letter-costs.ts', import.meta.url),
  `// Written by bench/fit-estimator.ts: fitted to o200k over prose in some seventy languages and over random letters; each character is one weight.

/** How much two and three letters in a row, by their bucket, add to the tokens of a word. */
export const gramWeights =
  '${written}'

/** What else adds to them, in milli-tokens: what stands before the word, its first capital, each further one. */
export const shapeWeights = { ${shape} }

/** Which Chinese characters from U+4E00 are one token by themselves; a bit each, lowest first, in base64. */
export const singleHan =
  '${singleHan}'

/** The same for Korean syllables from U+AC00. */
export const singleHangul =
  '${singleHangul}'
`,
)
