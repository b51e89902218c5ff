import fc from 'fast-check'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { describe, expect, test } from 'vitest'
import { costOf, estimateTokens, estimator, lineCost, textCost } from '../../../src/formulas/tokens/estimate-tokens.ts'
import { readGolden } from '../golden.ts'
import { corpora } from './corpora.ts'

const reference = (text: string) => encode(text, { disallowedSpecial: new Set() }).length
const seeds = [1, 2, 3, 4, 5]

/** Eight or nine everyday sentences each, nearly all of words that are one token: these lie above what Latin prose should. */
const wider: Record<string, number> = { french: 0.22, german: 0.17, spanish: 0.17 }
const bounded = corpora.map((corpus) => ({ ...corpus, most: wider[corpus.name] ?? corpus.most }))

describe('against o200k, from 1,000 tokens on', () => {
  test.each(bounded)('$name: never below, at most $most above', ({ make, most }) => {
    for (const text of seeds.map(make)) {
      const real = reference(text)
      expect(real, 'the corpus is large enough').toBeGreaterThanOrEqual(1000)
      const above = estimateTokens(text) / real - 1
      expect(above, `${estimateTokens(text)} against ${real}`).toBeGreaterThanOrEqual(0)
      expect(above, `${estimateTokens(text)} against ${real}`).toBeLessThanOrEqual(most)
    }
  })

  test('whatever is mixed with whatever', () => {
    const part = fc.tuple(fc.constantFrom(...corpora), fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 200, max: 4000 }))
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 6 }), (parts) => {
        const text = parts.map(([{ make }, seed, length]) => make(seed).slice(0, length).toWellFormed()).join('\n')
        const real = reference(text)
        if (real >= 1000) expect(estimateTokens(text)).toBeGreaterThanOrEqual(real)
      }),
      { numRuns: 60 },
    )
  })
})

describe('prose of mails, notes and minutes with front matter, without the margin of short texts', () => {
  const foreign = ['greek', 'bulgarian', 'ukrainian', 'russian', 'hindi', 'thai', 'hebrew', 'arabic']
  const halves = readGolden().map((golden) => ({ ...golden, most: foreign.includes(golden.name) ? 0.4 : 0.15 }))

  test.each(halves)('$name, $half: at least 1 % above, at most $most', ({ text, most }) => {
    const real = reference(text)
    const above = costOf(text) / 1000 / real - 1
    expect(above, `${costOf(text)} against ${real}`).toBeGreaterThanOrEqual(0.01)
    expect(above, `${costOf(text)} against ${real}`).toBeLessThanOrEqual(most)
  })

  test.each(halves)('$name, $half: no 50 tokens in a row are below, with the margin', ({ text }) => {
    const lines = text.split(/\n|(?<=[.?!।]) /)
    for (let from = 0; from < lines.length; from++) {
      for (let to = from + 1; to <= lines.length; to++) {
        const part = lines.slice(from, to).join('\n')
        const real = reference(part)
        if (real >= 50) expect(estimateTokens(part), part).toBeGreaterThanOrEqual(real)
      }
    }
  })
})

test('any text at all, long or short', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.string({ maxLength: 400 }),
  )
  fc.assert(
    fc.property(text, (written) => {
      expect(estimateTokens(written.toWellFormed())).toBeGreaterThanOrEqual(reference(written.toWellFormed()))
    }),
    { numRuns: 400 },
  )
})

test('the costs of lines add up to that of the text', () => {
  const lines = fc.array(
    fc.string({ unit: 'grapheme' }).map((line) => line.replaceAll('\n', ' ')),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(lines, (all) => {
      expect(costOf(all.join('\n'))).toBe(all.reduce((sum, line) => sum + lineCost(line), 0))
    }),
  )
})

test('what begins with a space adds up within a line', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/^\s|\s$|\n/.test(text))
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(textCost(` ${a} ${b}`)).toBe(textCost(` ${a}`) + textCost(` ${b}`))
    }),
  )
})

test.each([
  ['', 200],
  ['a', 2000],
  ['2026', 3000],
])('%j costs %d milli-tokens', (line, cost) => expect(Math.abs(lineCost(line) - cost)).toBeLessThanOrEqual(350))

test('a million letters in a row are counted in bounded time', () =>
  expect(estimateTokens('ab'.repeat(500_000))).toBeGreaterThan(1000))

test('it is named in the manifest', () => expect(estimator).toBe('class-scan v1, o200k'))
