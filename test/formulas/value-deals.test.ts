import { expect, test } from 'vitest'
import { figure, value } from '../features/pipeline/deals.ts'

const rates = [
  { date: '2026-01-01', from: 'USD', rate: 0.5 },
  { date: '2026-06-01', from: 'USD', rate: 0.9 },
]

test('open deals take the rate of the day, closed ones that of their close_date, or of the day without one', () => {
  const { deals } = value(
    [
      { stage: 'lead', amount: 100, currency: 'USD', close_date: '2026-02-01' },
      { stage: 'won', amount: 100, currency: 'USD', close_date: '2026-02-01' },
      { stage: 'lost', amount: 100, currency: 'USD' },
      { stage: 'won', amount: 100, currency: 'USD', close_date: '2025-02-01' },
    ],
    { rates },
  )
  expect(deals.map(({ value: said }) => said?.toNumber())).toEqual([90, 50, 90, undefined])
})

test('what no rate is known of is counted, and listed apart in its own currency', () => {
  const figures = figure(
    [
      { stage: 'lead', amount: 10 },
      { stage: 'lead', amount: 1000.4, currency: 'JPY' },
      { stage: 'won', amount: 1, currency: 'JPY', owner: 'ada' },
      { stage: 'lead', amount: 0, currency: 'JPY' },
      { stage: 'lead', currency: 'BRL' },
    ],
    { rates },
  )
  expect(figures).toMatchObject({
    deals: 5,
    open: { count: 4, amount: 10 },
    won: { count: 1, amount: 0 },
    byOwner: [{ owner: 'ada', won: 1, amount: 0 }],
    withoutRate: [{ currency: 'JPY', count: 2, amount: 1001 }],
    withoutAmount: 1,
  })
})

test('figures in another currency go by the same rates the other way round', () => {
  const deals = [
    { stage: 'lead', amount: 9 },
    { stage: 'lead', amount: 1, currency: 'USD' },
  ]
  expect(figure(deals, { rates, asked: 'USD' })).toMatchObject({ open: { amount: 11 }, currency: 'USD' })
})

test('where no amount can be said in the currency of the workspace, that of most deals takes its place', () => {
  const deals = [
    { stage: 'lead', amount: 5, currency: 'GBP' },
    { stage: 'lead', amount: 7, currency: 'USD' },
    { stage: 'won', amount: 8, currency: 'USD', close_date: '2026-01-01' },
    { stage: 'lead' },
  ]
  expect(value(deals)).toMatchObject({ currency: 'USD', insteadOf: 'EUR' })
  expect(figure(deals)).toMatchObject({
    currency: 'USD',
    open: { count: 3, amount: 7 },
    won: { amount: 8 },
    withoutRate: [{ currency: 'GBP', count: 1, amount: 5 }],
  })
  expect(value([{ stage: 'lead' }])).toEqual({ currency: 'EUR', deals: [expect.anything()] })
})

test('a currency that was asked for and cannot be said is refused', () => {
  expect(() => value([{ stage: 'lead', amount: 5, currency: 'USD' }], { asked: 'GBP' })).toThrow(
    'No deal can be said in GBP: there is no rate from USD.',
  )
})
