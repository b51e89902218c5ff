import { expect, test } from 'vitest'
import { lineSum } from '../../src/formulas/line-sum.ts'

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
