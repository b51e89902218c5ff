import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { byRelevance, newestFirst, packSentences, type Sentence, sentencesOf } from '../../bench/context-quality/baselines.ts'
import { wrap } from '../../bench/context-quality/compose.ts'
import { type Fact, isCurrent } from '../../bench/context-quality/fact.ts'
import { findLine } from '../../bench/context-quality/find-line.ts'
import { generateAccount } from '../../bench/context-quality/generate-account.ts'
import { judgePack } from '../../bench/context-quality/judge-pack.ts'
import { layAccount } from '../../bench/context-quality/lay-account.ts'
import { packAccount } from '../../bench/context-quality/pack-account.ts'
import { type Half, kinds, readPhrasings } from '../../bench/context-quality/parts.ts'
import { readPack } from '../../bench/context-quality/read-pack.ts'
import { estimateTokens } from '../../src/formulas/tokens/estimate-tokens.ts'
import { folder, git } from '../helpers/workspace.ts'

const [jan, feb, mar] = ['2026-01-09', '2026-02-09', '2026-03-09'].map((day) => `customers/acme/activities/${day}-call.md`)
const head = '---\ntype: call\nsubject: weekly\n---\n'
const files = new Map([
  [jan!, `${head}\nIt rained all day.\nThe region is Oslo.\nSee you soon.\n`],
  [feb!, `${head}\nThe region is Bergen now, as the\nboard wanted it.\n`],
  [mar!, `${head}\nLunch was late. The fee is 40 EUR.\n\n> The region is Bergen now, as the\n> board wanted it.\n`],
])
const fact = (kind: Fact['kind'], importance: number, sentence: string, spots: Fact['spots'], later: Fact[] = []): Fact => ({
  kind,
  subject: kind,
  importance,
  day: '',
  sentence,
  spots,
  later,
})
const now = fact('decision', 3, 'The region is Bergen now, as the board wanted it.', [
  { path: feb!, line: 6 },
  { path: mar!, line: 8 },
])
const before = fact('decision', 3, 'The region is Oslo.', [{ path: jan!, line: 7 }], [now])
const fee = fact('role', 2, 'The fee is 40 EUR.', [{ path: mar!, line: 6 }])
const facts = [before, now, fee]

const judge = (lines: string[], sources: string[]) =>
  judgePack(readPack([...lines, '', '## Sources', '', ...sources].join('\n')), facts, files)
const bergen = '- 2026-02-09 call: The region is Bergen now, as the board wanted it. [1]'
const [ofBergen, ofFee, ofOslo] = [`1 ${feb}:6`, `2 ${mar}:6`, `3 ${jan}:7`]

test('a pack that tells every current fact with its line has it all', () => {
  const verdict = judge([bergen, '  > The fee is 40 EUR. [2]'], [ofBergen, ofFee])
  expect(verdict).toMatchObject({ recall: 1, missing: [], wrong: [], told: [], citations: { all: 4, wrong: [] } })
})

test('a quoted copy of a fact may be cited in its place', () => {
  expect(judge([bergen, '> The fee is 40 EUR. [2]'], [`1 ${mar}:8`, ofFee])).toMatchObject({
    recall: 1,
    citations: { wrong: [] },
  })
})

test('a fact that is missing costs its importance', () => {
  const verdict = judge([bergen], [ofBergen])
  expect(verdict.recall).toBeCloseTo(3 / 5)
  expect(verdict.missing).toEqual([fee])
  expect(verdict.byKind).toMatchObject({ decision: 1, role: 0 })
})

test.each<[what: string, lines: string[], sources: string[], missing: Fact[], wrong: RegExp]>([
  ['another line', [bergen, 'The fee is 40 EUR. [2]'], [ofBergen, `2 ${mar}:9`], [fee], /:9 does not say|is cited for/],
  ['a line after it', [bergen, 'The fee is 40 EUR. [2]'], [ofBergen, `2 ${jan}:6`], [fee], /is cited for/],
  ['another file', [bergen, 'The fee is 40 EUR. [2]'], [ofBergen, `2 ${jan}:7`], [fee], /is cited for/],
  ['a line that is not there', [bergen, 'The fee is 40 EUR. [2]'], [ofBergen, `2 ${mar}:70`], [fee], /no such line/],
  ['a number no source has', [bergen, 'The fee is 40 EUR. [4]'], [ofBergen, ofFee], [fee], /no such source/],
  ['no citation', [bergen, 'The fee is 40 EUR.'], [ofBergen], [fee], /nothing is cited for/],
  [
    'talk that is not there',
    [bergen, 'The fee is 40 EUR. [2]', 'It snowed a lot. [3]'],
    [ofBergen, ofFee, `3 ${jan}:6`],
    [],
    /does not say/,
  ],
])('a citation of %s is wrong', (_, lines, sources, missing, wrong) => {
  const verdict = judge(lines, sources)
  expect(verdict.missing).toEqual(missing)
  expect(verdict.citations.wrong.join('\n')).toMatch(wrong)
})

test('what begins at the end of a line, and the rest of a sentence that was cut, are cited rightly', () => {
  expect(
    judge(['- The region is Bergen [1]', '  > now, as the [1]', '  > board wanted it. [1]'], [ofBergen]).citations.wrong,
  ).toEqual([])
  expect(judge(['weekly [1]'], [`1 ${feb}:3`]).citations.wrong).toEqual([])
})

test.each<[what: string, lines: string[], wrong: Fact[], told: Fact[]]>([
  ['by itself', ['The region is Oslo. [3]'], [before], []],
  ['with a day beside it', ['The region is Oslo. [3] (superseded 2026-02-09)'], [before], []],
  ['with a mark that cites something else', ['The region is Oslo. [3] (superseded 2026-02-09 by [2])'], [before], []],
  [
    'with a mark beside one of two places',
    ['The region is Oslo. [3] (superseded by [1])', 'The region is Oslo. [3]'],
    [before],
    [],
  ],
  ['with a mark that cites the later one', ['The region is Oslo. [3] (superseded 2026-02-09 by [1])'], [], [before]],
  ['beside the later one', ['The region is Oslo. [3]', bergen], [], [before]],
])('a superseded fact %s', (_, lines, wrong, told) => {
  const verdict = judge(lines, [ofBergen, ofFee, ofOslo])
  expect([verdict.wrong, verdict.told]).toEqual([wrong, told])
  expect(verdict.citations.wrong).toEqual([])
})

test('the later fact of a mark counts as cited, not as told', () => {
  const verdict = judge(['The region is Oslo. [3] (superseded by [1])'], [ofBergen, ofFee, ofOslo])
  expect(verdict.missing).toEqual([now, fee])
})

test('a current fact that is marked as replaced is told of', () => {
  const verdict = judge([`${bergen} (superseded by [3])`], [ofBergen, ofFee, ofOslo])
  expect(verdict.slandered).toEqual([now])
})

const sentences: Sentence[] = [
  { path: 'a/activities/1.md', line: 5, text: 'It was decided that the price is 40 EUR.' },
  { path: 'a/activities/1.md', line: 6, text: 'It rained.' },
  { path: 'a/activities/2.md', line: 5, text: 'There were scones.' },
  { path: 'a/activities/2.md', line: 7, text: 'Jo is responsible for the budget.' },
]

test('the baselines: newest activity first in its own order, and what the query asks for first', () => {
  expect(newestFirst(sentences).map(({ line, path }) => path.slice(-4, -3) + line)).toEqual(['25', '27', '15', '16'])
  const relevant = byRelevance(sentences).map(({ text }) => text)
  expect(new Set(relevant.slice(0, 2))).toEqual(new Set([sentences[0]?.text, sentences[3]?.text]))
})

test('a baseline says its file once and each line, stays within the budget by our own estimate, and is cited rightly', () => {
  const { pack, text } = packSentences(newestFirst(sentences), 1000)
  expect(text).toBe(
    'a/activities/2.md\n5 There were scones.\n7 Jo is responsible for the budget.\na/activities/1.md\n5 It was decided that the price is 40 EUR.\n6 It rained.',
  )
  expect(pack.lines.flatMap(({ cites }) => cites)).toEqual(
    ['2.md:5', '2.md:7', '1.md:5', '1.md:6'].map((end) => `a/activities/${end}`),
  )
  for (let budget = 10; budget < 80; budget++) {
    const packed = packSentences(newestFirst(sentences), budget)
    expect(packed.tokens).toBe(estimateTokens(packed.text))
    if (packed.pack.lines.length > 0) expect(packed.tokens).toBeLessThanOrEqual(budget)
  }
})

test('a sentence that is wrapped, quoted or an item is found where it begins', () => {
  expect(findLine('Hi,\n\nIt rained. The fee\nis 40 EUR.\n', 'The fee is 40 EUR.')).toBe(3)
  expect(findLine('> Hi,\n>\n> The fee\n> is 40 EUR.\n', 'The fee is 40 EUR.')).toBe(3)
  expect(findLine('- The fee\n  is 40 EUR.\n', 'The fee is 40 EUR.')).toBe(1)
  expect(findLine('> The fee\n', 'The fee is 40 EUR.')).toBeUndefined()
  expect(wrap('we meet again on 9 March at noon 12. or so', 14)).toBe('we meet again\non 9 March at\nnoon 12. or so')
  expect(wrap('we meet at noon on the 12. or so', 12)).toBe('we meet at\nnoon on\nthe 12. or\nso')
})

const accounts = Object.fromEntries((['a', 'b'] as const).map((half) => [half, generateAccount(half, 3)]))

test.each<Half>(['a', 'b'])(
  'half %s: 2,000 activities hold 200 facts, half of them replaced by later ones of their subject',
  (half) => {
    const { files: all, facts: planted } = accounts[half]!
    const bodies = [...all].filter(([path]) => path.includes('/activities/')).map(([, text]) => text)
    const mean = bodies.reduce((sum, text) => sum + text.length, 0) / bodies.length
    expect([bodies.length, planted.length, planted.filter(isCurrent).length]).toEqual([2000, 200, 100])
    expect(mean > 600 && mean < 1500).toBe(true)
    for (const kind of kinds) {
      const own = Map.groupBy(
        planted.filter((one) => one.kind === kind),
        ({ subject }) => subject,
      )
      expect(
        Map.groupBy(own.values(), ({ length }) => length)
          .entries()
          .map(([times, some]) => `${some.length} × ${times}`)
          .toArray()
          .sort(),
      ).toEqual(['10 × 2', '5 × 1', '5 × 3'])
      for (const some of own.values()) expect(some.map(({ day }) => day)).toEqual(some.map(({ day }) => day).sort())
    }
    expect(new Set(planted.map(({ day }) => day.slice(0, 4)))).toEqual(new Set(['2023', '2024', '2025', '2026']))
  },
)

test.each<Half>(['a', 'b'])(
  'half %s: every fact is one whole sentence where it is said to stand, and no part of another',
  (half) => {
    const { files: all, facts: planted } = accounts[half]!
    const said = new Set(
      sentencesOf(all).map(({ path, line, text }) => `${path}:${line} ${text.replace(/^\p{Lu}\p{Ll}+: /u, '')}`),
    )
    for (const { sentence, spots } of planted) {
      expect(spots.length, sentence).toBeGreaterThan(0)
      const isWhole = spots.every(({ path, line }) => said.has(`${path}:${line} ${sentence}`))
      expect(isWhole, `${sentence} ${JSON.stringify(spots)}`).toBe(true)
      expect(planted.filter((other) => other.sentence.includes(sentence))).toHaveLength(1)
    }
  },
)

test('the same seed makes the same account, another one another', () => {
  const again = generateAccount('a', 3)
  expect([...again.files]).toEqual([...accounts['a']!.files])
  expect(again.facts.map(({ sentence }) => sentence)).toEqual(accounts['a']!.facts.map(({ sentence }) => sentence))
  expect(generateAccount('a', 4).facts.map(({ sentence }) => sentence)).not.toEqual(again.facts.map(({ sentence }) => sentence))
})

test('the halves hold enough phrasings and subjects, and share none', () => {
  const [a, b] = [readPhrasings('a'), readPhrasings('b')]
  for (const kind of kinds) {
    for (const { plain, change, subjects } of [a[kind], b[kind]]) {
      expect(new Set([...plain, ...change]).size).toBeGreaterThanOrEqual(25)
      expect(subjects.length).toBeGreaterThanOrEqual(20)
      for (const phrasing of [...plain, ...change])
        expect(phrasing.replaceAll(/\{(?:subject|value|old|person|date|we|us|our)\}/g, '')).not.toMatch(/[{}]/)
    }
    const texts = (half: typeof a) => [
      ...half[kind].plain,
      ...half[kind].change,
      ...half[kind].subjects.flatMap(({ names }) => names),
    ]
    expect(texts(a).filter((text) => texts(b).includes(text))).toEqual([])
  }
})

test('the program holds no phrasing of the bench', () => {
  const src = join(import.meta.dirname, '..', '..', 'src')
  const program = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(src, name), 'utf8').toLowerCase())
    .join('\n')
  const pieces = (['a', 'b'] as const).flatMap((half) =>
    kinds.flatMap((kind) => {
      const { plain, change, subjects } = readPhrasings(half)[kind]
      const names = subjects
        .flatMap((subject) => [subject.names[0]!, ...(subject.values ?? [])])
        .filter((name) => name.length > 20)
      return [...names, ...[...plain, ...change].flatMap((text) => text.split(/\{\w+\}/)).filter((piece) => piece.length > 24)]
    }),
  )
  expect(pieces.length).toBeGreaterThan(100)
  expect(pieces.filter((piece) => program.includes(piece.toLowerCase()))).toEqual([])
})

test('an account is a workspace without problems, whose context the bench can read', async () => {
  const account = generateAccount('a', 1, 220)
  const root = join(folder(), 'account')
  layAccount(account, root)
  expect(git(root, 'status', '--porcelain')).toBe('')
  const { text, tokens, problems } = await packAccount(account, root, 5_000)
  expect(problems).toEqual([])
  expect(tokens).toBeLessThanOrEqual(5_000)
  const pack = readPack(text)
  expect(pack.lost).toEqual([])
  expect(pack.lines.filter(({ cites }) => cites.length > 0).length).toBeGreaterThan(30)
  expect(judgePack(pack, account.facts, account.files).citations.wrong).toEqual([])
})
