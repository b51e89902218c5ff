import { expect, test } from 'vitest'
import { findRate } from '../../src/formulas/find-rate.ts'

const rateOn = findRate(
  [
    { date: '2026-03-01', from: 'USD', rate: 0.9 },
    { date: '2026-01-01', from: 'USD', rate: 0.8 },
    { date: '2026-02-01', from: 'USD', to: 'EUR', rate: 0.85 },
    { date: '2026-01-01', from: 'GBP', to: 'EUR', rate: 1.2 },
    { date: '2026-02-01', from: 'EUR', to: 'GBP', rate: 0.8 },
    { date: '2026-01-01', from: 'EUR', to: 'JPY', rate: 160 },
    { date: '2026-04-01', from: 'CHF', rate: 1 },
    { date: '2026-04-01', from: 'EUR', to: 'CHF', rate: 2 },
    { date: '2026-04-01', from: 'CHF', rate: 1.05 },
    { date: '2026-05-01', from: 'SEK', to: 'NOK', rate: 1.1 },
  ],
  'EUR',
)

test.each([
  ['USD', 'EUR', '2025-12-31', undefined],
  ['USD', 'EUR', '2026-01-01', '0.8'],
  ['USD', 'EUR', '2026-01-31', '0.8'],
  ['USD', 'EUR', '2026-02-28', '0.85'],
  ['USD', 'EUR', '2030-01-01', '0.9'],
  ['EUR', 'USD', '2026-01-15', '1.25'],
  ['GBP', 'EUR', '2026-01-15', '1.2'],
  ['GBP', 'EUR', '2026-02-15', '1.25'],
  ['CHF', 'EUR', '2026-04-02', '1.05'],
  ['USD', 'JPY', '2026-01-15', '128'],
  ['SEK', 'NOK', '2026-06-01', '1.1'],
  ['SEK', 'EUR', '2026-06-01', undefined],
  ['BRL', 'BRL', '2000-01-01', '1'],
  ['BRL', 'EUR', '2026-06-01', undefined],
])('1 %s in %s on %s is %s', (from, to, day, rate) => expect(rateOn(from, to, day)?.toFixed()).toBe(rate))
