import fc from 'fast-check'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { describe, expect, test } from 'vitest'
import { costOf, estimateTokens, estimator, lineCost, textCost } from '../../src/formulas/estimate-tokens.ts'
import { corpora } from './corpora.ts'

const reference = (text: string) => encode(text, { disallowedSpecial: new Set() }).length
const seeds = [1, 2, 3, 4, 5]

describe('against o200k, from 1,000 tokens on', () => {
  test.each(corpora)('$name: never below, at most $most above', ({ make, most }) => {
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
