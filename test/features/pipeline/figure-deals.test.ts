import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figure, stage } from './deals.ts'

test('the figures of a small pipeline', () => {
  expect(
    figure([
      { stage: 'lead', amount: 0.1 },
      { stage: 'lead', amount: 0.2, probability: 0.5 },
      { stage: 'offer' },
      { stage: 'won', amount: 100.1, owner: 'ada', opened: '2026-01-01', close_date: '2026-01-11' },
      { stage: 'won', amount: 200.2, owner: 'ab', opened: '2026-04-01', close_date: '2026-04-06' },
      { stage: 'won', owner: 'ben', close_date: '2026-04-07' },
      { stage: 'lost', amount: 50, opened: '2026-01-01', close_date: '2026-01-02' },
    ]),
  ).toEqual({
    deals: 7,
    byStage: [
      { stage: 'lead', outcome: 'open', count: 2, amount: 0.3, weighted: 0.11, withoutProbability: 0 },
      { stage: 'offer', outcome: 'open', count: 1, amount: 0, weighted: 0, withoutProbability: 0 },
      { stage: 'won', outcome: 'won', count: 3, amount: 300.3, weighted: 300.3, withoutProbability: 0 },
      { stage: 'lost', outcome: 'lost', count: 1, amount: 50, weighted: 0, withoutProbability: 0 },
    ],
    open: { count: 3, amount: 0.3, weighted: 0.11, withoutProbability: 0 },
    won: { count: 3, amount: 300.3 },
    lost: { count: 1 },
    winRate: 0.75,
    withoutAmount: 2,
    withoutProbability: 0,
    withoutRate: [],
    withoutCloseDate: 0,
    cycleDays: { won: 7.5, lost: 1 },
    byOwner: [
      { owner: 'ada', won: 2, amount: 300.3 },
      { owner: 'ben', won: 1, amount: 0 },
    ],
    byQuarter: [
      { quarter: '2026-Q1', amount: 100.1 },
      { quarter: '2026-Q2', amount: 200.2 },
    ],
    currency: 'EUR',
  })
})

test('nothing at all has no rate and no mean', () => {
  const { deals, winRate, cycleDays, byStage } = figure([])
  expect({ deals, winRate, cycleDays, byStage }).toEqual({
    deals: 0,
    winRate: null,
    cycleDays: { won: null, lost: null },
    byStage: [],
  })
})

test('stages stand as in their workflow, then unknown ones by name, then none; a name says what an unknown one means', () => {
  const ids = ['Zebra', 'lost', undefined, 'Closed Won', 'lead', 'offer', 'Closed Lost']
  const { byStage } = figure(ids.map((id) => (id ? { stage: id } : {})))
  expect(byStage.map(({ stage: id, outcome }) => [id, outcome])).toEqual([
    ['lead', 'open'],
    ['offer', 'open'],
    ['lost', 'lost'],
    ['Closed Lost', 'lost'],
    ['Closed Won', 'won'],
    ['Zebra', 'open'],
    [null, 'open'],
  ])
})

test('a stage of two workflows is one row, unless it means two things', () => {
  const workflows = {
    a: [stage('new'), stage('done', { outcome: 'won' as const })],
    b: [stage('new'), stage('done')],
  }
  const deals = ['a', 'b'].flatMap((workflow) => ['new', 'done'].map((id) => ({ workflow, stage: id, amount: 1 })))
  expect(figure(deals, { workflows }).byStage.map(({ stage: id, outcome, count }) => [id, outcome, count])).toEqual([
    ['new', 'open', 2],
    ['done', 'won', 1],
    ['done', 'open', 1],
  ])
})

test('what no probability is known of is left out of weighted, and told; a deal without a close_date is in no quarter, and told', () => {
  const { open, byStage, withoutProbability, withoutCloseDate, byQuarter, won } = figure([
    { stage: 'Prospect', amount: 10 },
    { stage: 'Prospect', amount: 10, probability: 0.2 },
    { stage: 'Deal won', amount: 5 },
  ])
  expect(open).toEqual({ count: 2, amount: 20, weighted: 2, withoutProbability: 1 })
  expect(byStage.map((row) => row.withoutProbability)).toEqual([1, 1])
  expect({ withoutProbability, withoutCloseDate, byQuarter, won }).toEqual({
    withoutProbability: 2,
    withoutCloseDate: 1,
    byQuarter: [],
    won: { count: 1, amount: 5 },
  })
})

test('quarters are those of the fiscal year', () => {
  const deals = ['2026-11-02', '2027-02-01'].map((close_date) => ({ stage: 'won', amount: 1, close_date }))
  expect(figure(deals, { yearStart: '02-01' }).byQuarter.map(({ quarter }) => quarter)).toEqual(['2027-Q4', '2028-Q1'])
})

test('lines stand in for an amount that is absent, and never for one that is there', () => {
  const lines = [{ product: 'A', unit_price: 10, quantity: 2 }]
  expect(figure([{ stage: 'lead', lines }]).open.amount).toBe(20)
  expect(figure([{ stage: 'lead', lines, amount: 0 }])).toMatchObject({ open: { amount: 0 }, withoutAmount: 0 })
  expect(figure([{ stage: 'lead', lines: [{ product: 'A' }] }])).toMatchObject({ open: { amount: 0 }, withoutAmount: 1 })
})

const anyDeal = fc.record(
  {
    stage: fc.constantFrom('lead', 'offer', 'won', 'lost', 'Elsewhere'),
    amount: fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100),
    currency: fc.constantFrom('EUR', 'USD', 'JPY'),
    probability: fc.constantFrom(0, 0.1, 0.25, 1),
    owner: fc.constantFrom('ada', 'ben'),
    close_date: fc.constantFrom('2026-01-15', '2026-06-15'),
  },
  { requiredKeys: ['stage'] },
)
const rates = [{ date: '2026-02-01', from: 'USD', rate: 0.93 }]

test('every deal is counted once, and figures do not depend on the order of the files', () =>
  fc.assert(
    fc.property(fc.array(anyDeal, { maxLength: 40 }), (deals) => {
      const figures = figure(deals, { rates })
      expect(figure(deals.toReversed(), { rates })).toEqual(figures)
      expect(figures.deals).toBe(deals.length)
      expect(figures.open.count + figures.won.count + figures.lost.count).toBe(deals.length)
      expect(figures.byStage.reduce((sum, { count }) => sum + count, 0)).toBe(deals.length)
      expect(figures.byOwner.reduce((sum, { won }) => sum + won, 0)).toBe(figures.won.count)
    }),
  ))
