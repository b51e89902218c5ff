import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sortRows } from '../../../src/records/queries/sort-rows.ts'

const sorted = (values: readonly unknown[], { descending = false, field = 'x', zone = 'UTC' } = {}) => {
  const rows = values.map((value, n) => ({ row: { [field]: value, n }, customer: () => undefined, computed: () => ({}) }))
  return sortRows(rows, [{ field: { name: field, of: 'row', path: [field] }, descending }], zone).map(({ row }) => row)
}
const order = (values: readonly unknown[], how = {}) =>
  sorted(values, how).map((row) => row[(how as { field?: string }).field ?? 'x'])

describe('values are sorted as what they are', () => {
  test.each<[unknown[], unknown[]]>([
    [
      [10, 9, -1, 2.5],
      [-1, 2.5, 9, 10],
    ],
    [
      ['b', 'A', 'a', 'B'],
      ['A', 'a', 'B', 'b'],
    ],
    [
      ['Zoé', 'Ärzte', 'zebra', 'Éclair'],
      ['Ärzte', 'Éclair', 'zebra', 'Zoé'],
    ],
    [
      ['2026-11-02', '2025-12-31', '2026-02-01'],
      ['2025-12-31', '2026-02-01', '2026-11-02'],
    ],
    [
      ['2026-11-02T10:00+02:00', '2026-11-02T09:00Z', '2026-11-02'],
      ['2026-11-02', '2026-11-02T10:00+02:00', '2026-11-02T09:00Z'],
    ],
    [
      [true, false],
      [false, true],
    ],
    [
      [['b', 'c'], ['a'], ['b']],
      [['a'], ['b'], ['b', 'c']],
    ],
    [
      ['ten', 3, '2026-01-01', true],
      [3, true, '2026-01-01', 'ten'],
    ],
    [
      [null, 1, '', undefined, [], 0, Number.NaN],
      [0, 1, null, '', undefined, [], Number.NaN],
    ],
    [
      ['2026-02-30', '2026-02-03'],
      ['2026-02-03', '2026-02-30'],
    ],
  ])('%j', (values, expected) => {
    expect(order(values)).toEqual(expected)
  })

  test('a time without an offset is one of the asked zone', () => {
    const values = ['2026-11-02T10:00Z', '2026-11-02T10:30']
    expect(order(values, { zone: 'Asia/Tokyo' })).toEqual(values.toReversed())
  })

  test('priorities from high to low, moods from bad to good', () => {
    expect(order(['low', 'medium', 'high'], { field: 'priority' })).toEqual(['high', 'medium', 'low'])
    expect(order(['positive', 0.5, 'negative', -0.5, 'neutral'], { field: 'sentiment' })).toEqual([
      'negative',
      -0.5,
      'neutral',
      0.5,
      'positive',
    ])
  })

  test('what is nothing stands last, whichever way the list goes', () => {
    expect(order([null, 1, 2], { descending: true })).toEqual([2, 1, null])
  })
})

test('no line is lost, those that are alike keep their order, and a list that is turned round is in reverse', () => {
  const value = fc.oneof(
    fc.integer(),
    fc.string(),
    fc.constant(null),
    fc.constantFrom('2026-01-01', '2026-01-02T10:00Z'),
    fc.boolean(),
  )
  fc.assert(
    fc.property(fc.array(value), fc.boolean(), (values, descending) => {
      const rows = sorted(values, { descending })
      expect(rows.map(({ n }) => n).toSorted((a, b) => a - b)).toEqual(values.map((_, n) => n))
      for (const [n, row] of rows.entries()) {
        const next = rows[n + 1]
        if (next && row['x'] === next['x']) expect(row.n).toBeLessThan(next.n)
      }
      const isNothing = (one: unknown) => one === null || one === ''
      const full = (all: typeof rows) => all.map((row) => row['x']).filter((one) => !isNothing(one))
      expect(full(sorted(values, { descending: !descending }))).toEqual(full(rows).toReversed())
    }),
  )
})
