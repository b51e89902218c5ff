import { expect, test } from 'vitest'
import { duplicateScore, likenessWeight } from '../../src/formulas/duplicate-score.ts'

test.each([
  [['domain'], [], 0.9],
  [['name'], [], 0.85],
  [['domain', 'name'], [], 0.99],
  [['external'], [], 0.98],
  [['name'], ['parent'], 0.26],
  [['domain', 'name'], ['other id'], 0.69],
  [['nothing known'], [], 0],
  [[], [], 0],
] as const)('of customers, %j against %j is %d', (reasons, against, score) => {
  expect(
    duplicateScore(
      'customer',
      reasons.map((by) => ({ by })),
      against,
    ),
  ).toBe(score)
})

test('a weight of its own goes before the table', () => {
  expect(duplicateScore('customer', [{ by: 'likeness', weight: 0.7 }], [])).toBe(0.7)
})

test.each([
  [0.89, 0],
  [0.9, 0.55],
  [1, 0.8],
])('names alike by %d weigh %d', (likeness, weight) => expect(likenessWeight(likeness)).toBeCloseTo(weight, 10))
