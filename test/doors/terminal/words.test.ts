import { expect, test } from 'vitest'
import { sayDay, sayDistance } from '../../../src/doors/terminal/words.ts'
import { sayCount, sayMoney } from '../../../src/formulas/say-figure.ts'

const today = '2026-11-21'

test.each([
  ['2026-11-21', 'today'],
  ['2026-11-22', 'tomorrow'],
  ['2026-11-20', 'yesterday'],
  ['2026-11-27', 'Fri 27 Nov'],
  ['2026-11-27T10:00+01:00', 'Fri 27 Nov'],
  ['2028-03-01', '1 Mar 2028'],
  ['', ''],
])('%s is %s', (day, said) => expect(sayDay(day, today)).toBe(said))

test.each([
  ['2026-11-21', 'today'],
  ['2026-11-20', '1 day ago'],
  ['2026-11-24', 'in 3 days'],
  ['2026-10-31', '3 weeks ago'],
  ['2026-05-01', '6 months ago'],
])('%s was %s', (day, said) => expect(sayDistance(day, today)).toBe(said))

test.each<[amount: number | undefined, currency: string | undefined, said: string]>([
  [24000, 'EUR', '€24,000'],
  [1234567.5, 'USD', '$1,234,567.50'],
  [-90, 'GBP', '-£90'],
  [1200, 'CHF', 'CHF 1,200'],
  [999, undefined, '999'],
  [undefined, 'EUR', ''],
  [7, 'constructor', 'constructor 7'],
  [12.345, 'KWD', 'KWD 12.345'],
  [12.5, 'KWD', 'KWD 12.500'],
  [1234.5, 'JPY', '¥1,235'],
  [1.005, 'EUR', '€1.01'],
  [-1.005, undefined, '-1.01'],
  [-0.004, 'EUR', '€0.00'],
  [1e-9, 'EUR', '€0.00'],
  [999.999, 'EUR', '€1,000.00'],
  [123456789012.34, 'EUR', '€123,456,789,012.34'],
  [1e21, 'EUR', '€1,000,000,000,000,000,000,000'],
  [-Infinity, 'EUR', '-€∞'],
])('%s %s is %s', (amount, currency, said) => expect(sayMoney(amount, currency)).toBe(said))

test('one deal, two deals', () =>
  expect([sayCount(1, 'deal'), sayCount(2, 'activity', 'activities'), sayCount(1200, 'row')]).toEqual([
    '1 deal',
    '2 activities',
    '1,200 rows',
  ]))
