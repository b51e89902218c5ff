import { expect, test } from 'vitest'
import { openRarity } from '../../../../src/features/context/judge/open-rarity.ts'
import { readStatement } from '../../../../src/records/statements/read-statement.ts'

const usual = Array.from({ length: 60 }, () => readStatement('Thanks for the quick call about the plant.'))
const rare = readStatement('Procurement wants a veto on the northern valves.')
const { ofStatement, ofWord } = openRarity([...usual, rare])

test('what is said all the time is usual, what was said once is not', () => {
  expect(ofStatement(rare).mean).toBeGreaterThan(3 * ofStatement(usual[0]!).mean)
  expect(ofWord('valves')).toBeGreaterThan(3 * ofWord('plant'))
})

test('a phrase is as usual as the more usual of its two sides', () => {
  const { ofPhrase } = ofStatement(rare)
  expect(ofPhrase(0, 1)).toBeGreaterThan(0.9)
  expect(ofStatement(usual[0]!).ofPhrase(1, 2)).toBeLessThan(0.35)
})

test('all are between 0 and 1, also of nothing', () => {
  const empty = readStatement('')
  for (const one of [empty, rare, ...usual.slice(0, 1)]) {
    const { mean, ofPhrase, ofValue } = ofStatement(one)
    for (const degree of [mean, ofPhrase(0, 1), ofValue(0), ofWord('never heard')]) {
      expect(degree).toBeGreaterThanOrEqual(0)
      expect(degree).toBeLessThanOrEqual(1)
    }
  }
  expect(openRarity([]).ofWord('anything')).toBe(1)
})
