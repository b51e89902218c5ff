import { expect, test } from 'vitest'
import { lineSum, yearlyAmount } from '../../src/formulas/line-sum.ts'

const line = (unit_price: number | undefined, more: object = {}) => ({
  product: 'A',
  ...(unit_price !== undefined && { unit_price }),
  ...more,
})

test.each<[lines: Parameters<typeof lineSum>[0], sum: string | undefined]>([
  [[line(0.1), line(0.2)], '0.3'],
  [[line(40, { quantity: 3, discount: 0.1 })], '108'],
  [[line(19.99, { quantity: 3, discount: 0.15 })], '50.9745'],
  [[line(100), line(-20)], '80'],
  [[line(5, { quantity: 0 })], '0'],
  [[line(1200, { months: 12, recurring: true })], '1200'],
  [[line(1), line(undefined)], undefined],
  [[], undefined],
  [undefined, undefined],
])('%j come to %s', (lines, sum) => expect(lineSum(lines)?.toFixed()).toBe(sum))

test.each([
  [{ product: 'a', quantity: 39, unit_price: 2400, months: 24, recurring: true }, 46_800],
  [{ product: 'a', quantity: 40, unit_price: 2400, discount: 0.1, months: 12, recurring: true }, 86_400],
  [{ product: 'a', unit_price: 100, months: 3, recurring: true }, 400],
  [{ product: 'a', quantity: 3, unit_price: 0.1, months: 12, recurring: true }, 0.3],
])('%j brings %d a year', (sold, amount) => {
  expect(Number(yearlyAmount(sold))).toBe(amount)
})

test.each([
  { product: 'a', quantity: 3, unit_price: 3500 },
  { product: 'a', unit_price: 3500, months: 12, recurring: false },
  { product: 'a', unit_price: 3500, recurring: true },
  { product: 'a', unit_price: 3500, months: 0, recurring: true },
  { product: 'a', months: 12, recurring: true },
])('of %j nothing is known by the year', (sold) => {
  expect(yearlyAmount(sold)).toBeUndefined()
})
