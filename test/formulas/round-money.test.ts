import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exact, sumOf } from '../../src/formulas/exact.ts'
import { roundMoney } from '../../src/formulas/round-money.ts'

test.each<[values: number[], currency: string, sum: number]>([
  [[0.1, 0.2], 'EUR', 0.3],
  [[1.005, 1], 'EUR', 2.01],
  [[1.1, 2.2, -3.3], 'EUR', 0],
  [[0.004, 0.004], 'EUR', 0.01],
  [[0.5], 'JPY', 1],
  [[-0.5], 'JPY', -1],
  [[-0.4], 'JPY', 0],
  [[1.4, 1.4], 'JPY', 3],
  [[0.0005], 'KWD', 0.001],
  [[1.2345], 'CLF', 1.2345],
  [[-2.345], 'EUR', -2.35],
  [[1e21, 1], 'EUR', 1e21 + 1],
  [[], 'EUR', 0],
])('%j in %s is %d', (values, currency, sum) => expect(roundMoney(sumOf(values.map(exact)), currency)).toBe(sum))

test('a cent is not lost beside a million billion', () => {
  expect(sumOf([1e15, 0.01].map(exact)).toFixed()).toBe('1000000000000000.01')
  expect(roundMoney(sumOf([1e15, 0.01, -1e15].map(exact)), 'EUR')).toBe(0.01)
})

test('three thirds are a whole', () => {
  const third = exact(0.025).div(exact(3))
  expect(roundMoney(sumOf([third, third, third]), 'EUR')).toBe(0.03)
})

const cents = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })

test('sums are those of whole cents, in any order', () =>
  fc.assert(
    fc.property(
      fc.array(cents, { maxLength: 60 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (amounts, keys) => {
        const numbers = amounts.map((amount) => Number(amount) / 100)
        const wanted = Number(amounts.reduce((sum, amount) => sum + amount, 0n)) / 100
        const shuffled = numbers.map((value) => ({ value, key: keys.next().value! })).sort((a, b) => a.key - b.key)
        expect(roundMoney(sumOf(numbers.map(exact)), 'EUR')).toBe(wanted)
        expect(roundMoney(sumOf(shuffled.map(({ value }) => exact(value))), 'EUR')).toBe(wanted)
      },
    ),
  ))
