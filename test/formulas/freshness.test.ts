import { expect, test } from 'vitest'
import { figureFreshness } from '../../src/formulas/freshness.ts'

const touched = (quietDays: number) => ({ quietDays, touched: true })

test('customers are counted by the days since their last touch; those never touched apart', () => {
  const accounts = [touched(0), touched(7), touched(8), touched(31), touched(200), { quietDays: 3, touched: false }]
  expect(figureFreshness(accounts)).toEqual({
    customers: 6,
    within: [
      { days: 7, customers: 2 },
      { days: 30, customers: 3 },
      { days: 90, customers: 4 },
    ],
    never: 1,
    middle: 8,
  })
})

test('without customers there is no middle', () => {
  expect(figureFreshness([])).toMatchObject({ customers: 0, never: 0, middle: null })
})
