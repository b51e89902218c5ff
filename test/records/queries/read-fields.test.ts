import { expect, test } from 'vitest'
import { readFields, readSort } from '../../../src/records/queries/read-fields.ts'

const known = { names: { deal: ['name', 'amount', 'close_date'], customer: ['segment'] } }

test.each([
  ['amount', [['amount', false]]],
  ['-amount', [['amount', true]]],
  ['+amount', [['amount', false]]],
  ['amount:desc', [['amount', true]]],
  [
    ' -amount , customer.segment:asc ',
    [
      ['amount', true],
      ['customer.segment', false],
    ],
  ],
  [
    'amount : DESC,name',
    [
      ['amount', true],
      ['name', false],
    ],
  ],
] as const)('sort by %j', (text, orders) => {
  const read = readSort(text, 'deal', known)
  expect(read.faults).toEqual([])
  expect(read.orders.map(({ field, descending }) => [field.name, descending])).toEqual(orders)
})

test.each([
  ['', 0, 'A field is missing here.'],
  ['amount,', 7, 'A field is missing here.'],
  ['-', 1, 'There is no "" in a deal.'],
  ['name, -amuont', 7, 'There is no "amuont" in a deal.'],
  ['amount:down', 7, '"down" is no direction.'],
])('sort by %j is refused at %i', (text, at, message) => {
  expect(readSort(text, 'deal', known).faults).toEqual([{ at, message, expected: expect.any(String) }])
})

test('a field that is named twice is shown once, and every wrong one is told', () => {
  expect(readFields('name, amount,name', 'deal', known).fields.map(({ name }) => name)).toEqual(['name', 'amount'])
  expect(readFields('nam,amount,,x', 'deal', known).faults.map(({ at }) => at)).toEqual([0, 11, 12])
})
