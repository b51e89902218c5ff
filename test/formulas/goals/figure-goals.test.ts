import { expect, test } from 'vitest'
import { findRate } from '../../../src/formulas/find-rate.ts'
import { figureGoals, periodsOf } from '../../../src/formulas/goals/figure-goals.ts'
import type { Deal } from '../../../src/records/kinds/deal.ts'
import type { Quotas } from '../../../src/records/kinds/quotas.ts'
import { value } from '../../features/pipeline/deals.ts'

type Quota = Quotas['quotas'][number]
const rates = [{ date: '2026-01-01', from: 'USD', rate: 0.5 }]
const teams: Record<string, string> = { ada: 'Sales', ben: 'sales', cid: 'success' }

const goals = (
  deals: Partial<Deal>[],
  quotas: Partial<Quota>[],
  { period = '2026-Q4', yearStart = '01-01', asked = 'EUR' } = {},
) => {
  const { deals: valued } = value(deals, { rates, asked })
  const manner = { asOf: '2026-11-21', home: 'EUR', rateOn: findRate(rates, 'EUR'), currency: asked, yearStart }
  return figureGoals(valued, [{ period, quotas: quotas.map((one) => ({ measure: 'won', amount: 100, ...one })) }], {
    ...manner,
    find: (name) => ({ ab: 'ada' })[name],
    teamOf: (slug) => teams[slug],
  })
}

const deals: Partial<Deal>[] = [
  { stage: 'won', owner: 'ada', amount: 10.1, close_date: '2026-10-01' },
  { stage: 'won', owner: 'ab', amount: 20.2, close_date: '2026-12-31' },
  { stage: 'won', owner: 'ben', amount: 10, currency: 'USD', close_date: '2026-11-01' },
  { stage: 'won', owner: 'ben', amount: 10, currency: 'JPY', close_date: '2026-11-01' },
  { stage: 'won', owner: 'ada', amount: 1000, close_date: '2026-09-30' },
  { stage: 'won', owner: 'ada', amount: 1000, close_date: '2027-01-01' },
  { stage: 'won', owner: 'ada', amount: 1000 },
  { stage: 'won', amount: 5, close_date: '2026-11-01' },
  { stage: 'lost', owner: 'ada', amount: 1000, close_date: '2026-11-01' },
  { stage: 'offer', owner: 'ada', amount: 1000, close_date: '2026-11-01' },
]

test.each<[quota: Partial<Quota>, answer: object]>([
  [{ person: 'ada' }, { person: 'ada', goal: 100, reached: 30.3, share: 0.303 }],
  [{ person: 'ab' }, { person: 'ada', reached: 30.3 }],
  [{ person: 'ben' }, { reached: 5, share: 0.05 }],
  [{ person: 'nobody' }, { person: 'nobody', reached: 0, share: 0 }],
  [{ team: 'sales' }, { team: 'sales', reached: 35.3, share: 0.353 }],
  [{ team: 'success' }, { reached: 0 }],
  [{}, { goal: 100, reached: 40.3 }],
  [
    { person: 'ada', amount: 300, currency: 'USD' },
    { goal: 150, share: 0.202 },
  ],
  [
    { person: 'ada', amount: 0 },
    { goal: 0, reached: 30.3, share: null },
  ],
  [
    { person: 'ada', measure: 'meetings', amount: 30 },
    { measure: 'meetings', goal: 30, reached: null, share: null },
  ],
  [
    { person: 'ada', measure: 'arr', amount: 30, currency: 'USD' },
    { measure: 'arr', goal: 15, reached: null },
  ],
])('a goal of %j in the fourth quarter', (quota, answer) => {
  expect(goals(deals, [quota])).toMatchObject({ goals: [{ measure: 'won', period: '2026-Q4', ...answer }], goalsWithoutRate: [] })
})

test('what is counted besides money counts towards its goal, within the period and by its person', () => {
  const { deals: valued } = value([], { rates })
  const manner = { asOf: '2026-11-21', home: 'EUR', rateOn: findRate(rates, 'EUR'), currency: 'EUR', yearStart: '01-01' }
  const meetings = [
    { owner: 'ada', day: '2026-10-01' },
    { owner: 'ada', day: '2026-09-30' },
    { owner: 'ben', day: '2026-11-02' },
    { owner: null, day: '2026-11-02' },
  ]
  const quotas = [{ person: 'ada' }, { team: 'sales' }, {}, { measure: 'toString' }].map((one) => ({
    measure: 'meetings',
    amount: 4,
    ...one,
  }))
  const { goals: judged } = figureGoals(valued, [{ period: '2026-Q4', quotas }], {
    ...manner,
    counted: { meetings },
    find: () => undefined,
    teamOf: (slug) => teams[slug],
  })
  expect(judged.map(({ reached, share }) => [reached, share])).toEqual([
    [1, 0.25],
    [2, 0.5],
    [3, 0.75],
    [null, null],
  ])
})

test('a goal that no rate says is left out and told', () => {
  const quotas = [{ person: 'ada', currency: 'JPY' }, { person: 'ben', currency: 'JPY' }, { person: 'ben' }]
  expect(goals(deals, quotas)).toMatchObject({ goals: [{ person: 'ben' }], goalsWithoutRate: [{ currency: 'JPY', count: 2 }] })
})

test('goals are in the currency that was asked for', () =>
  expect(goals(deals, [{ person: 'ben' }], { asked: 'USD' }).goals).toMatchObject([{ goal: 200, reached: 10, share: 0.05 }]))

test('the goals of a year have all its quarters, as the fiscal year has them', () => {
  const quota = [{ person: 'ada' }]
  expect(goals(deals, quota, { period: '2026' }).goals).toMatchObject([{ reached: 1030.3 }])
  expect(goals(deals, quota, { period: '2027', yearStart: '02-01' }).goals).toMatchObject([{ reached: 2030.3 }])
  expect(goals(deals, quota, { period: '2027-Q4', yearStart: '02-01' }).goals).toMatchObject([{ reached: 1020.2 }])
})

test.each([
  ['2026-11-21', '01-01', ['2026', '2026-Q4']],
  ['2026-11-21', '02-01', ['2027', '2027-Q4']],
  ['2026-01-31', '02-01', ['2026', '2026-Q4']],
])('%s in a year from %s is of %j', (day, start, periods) => expect(periodsOf(day, start)).toEqual(periods))
