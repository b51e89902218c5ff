import { expect, test } from 'vitest'
import { figureGroups } from '../../../src/features/pipeline/figure-groups.ts'
import type { Deal } from '../../../src/records/kinds/deal.ts'
import { value } from './deals.ts'

const team = { deal: { tier: { type: 'text' as const, required: 'never' as const } } }

function group(deals: readonly Partial<Deal>[], by: string) {
  const { deals: valued, currency } = value(deals)
  const customer = (slug: string) => ({ name: slug, segment: 'smb', industry: 'Steel' })
  return figureGroups(valued, by, { currency, yearStart: '01-01', team, customer })
}
const brief = (deals: readonly Partial<Deal>[], by: string) =>
  group(deals, by).groups.map(({ group: name, count, open, won }) => [name, count, open.amount, won.amount])

const deals = [
  { stage: 'offer', amount: 10, owner: 'ada', type: 'renewal' as const, tags: ['a', 'b'], tier: 'one' },
  { stage: 'won', amount: 30, owner: 'ab', close_date: '2026-05-01', currency: 'EUR' },
  { stage: 'lead', amount: 40, owner: 'ben', close_date: '2026-02-01', tags: ['b', 'b'] },
  { stage: 'lead', amount: 5 },
]

test.each<[by: string, groups: unknown[]]>([
  [
    'owner',
    [
      ['ben', 1, 40, 0],
      ['ada', 2, 10, 30],
      [null, 1, 5, 0],
    ],
  ],
  [
    'stage',
    [
      ['lead', 2, 45, 0],
      ['offer', 1, 10, 0],
      ['won', 1, 0, 30],
    ],
  ],
  [
    'quarter',
    [
      ['2026-Q1', 1, 40, 0],
      ['2026-Q2', 1, 0, 30],
      [null, 2, 15, 0],
    ],
  ],
  [
    'type',
    [
      ['renewal', 1, 10, 0],
      [null, 3, 45, 30],
    ],
  ],
  [
    'tags',
    [
      ['b', 2, 50, 0],
      ['a', 1, 10, 0],
      [null, 2, 5, 30],
    ],
  ],
  ['customer', [['acme', 4, 55, 30]]],
  ['segment', [['smb', 4, 55, 30]]],
  ['customer.industry', [['Steel', 4, 55, 30]]],
  [
    'forecast_category',
    [
      ['commit', 1, 10, 0],
      [null, 3, 45, 30],
    ],
  ],
  ['currency', [['EUR', 4, 55, 30]]],
  [
    'tier',
    [
      ['one', 1, 10, 0],
      [null, 3, 45, 30],
    ],
  ],
  ['source', [[null, 4, 55, 30]]],
])('by %s', (by, groups) => expect(brief(deals, by)).toEqual(groups))

test('a group has all of the headline', () => {
  expect(group(deals, 'owner').groups[1]).toEqual({
    group: 'ada',
    count: 2,
    open: { count: 1, amount: 10, weighted: 5, withoutProbability: 0 },
    won: { count: 1, amount: 30 },
    lost: { count: 0 },
    winRate: 1,
  })
})

test('an amount goes to its only product, to several by lines that come to it, and else to none, which is told', () => {
  const line = (product: string, unit_price?: number) => ({ product, ...(unit_price && { unit_price }) })
  const sold = [
    { stage: 'lead', amount: 10, lines: [line('A')] },
    { stage: 'won', amount: 100, lines: [line('A', 60), line('B', 40)] },
    { stage: 'lead', lines: [line('A', 1), line('B', 2), line('A', 3)] },
    { stage: 'lead', amount: 7, lines: [line('A'), line('B')] },
    { stage: 'lead', amount: 8, lines: [line('B', 1), line('C', 1)] },
    { stage: 'lead', amount: 9 },
  ]
  expect(brief(sold, 'product')).toEqual([
    ['A', 4, 14, 60],
    ['B', 4, 2, 40],
    ['C', 1, 0, 0],
    [null, 1, 9, 0],
  ])
  expect(group(sold, 'product').unsplit).toEqual({ deals: 2, amount: 15 })
})

test.each([
  ['amout', 'Deals have no "amout" to group by.'],
  ['customer.nothing', 'Deals have no "customer.nothing" to group by.'],
  ['toString', 'Deals have no "toString" to group by.'],
  ['customer.constructor', 'Deals have no "customer.constructor" to group by.'],
  ['__proto__', 'Deals have no "__proto__" to group by.'],
  ['people', '"people" holds keys of its own, so deals cannot be grouped by it.'],
])('%s is nothing to group by', (by, message) => expect(() => group(deals, by)).toThrow(message))
