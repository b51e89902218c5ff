import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPeriod } from '../../../src/formulas/periods/report-period.ts'
import { addDays, daysBetween } from '../../../src/records/days/calendar.ts'

test.each([
  ['last_7_days', '2026-11-20', '2026-11-14', '2026-11-20', '2026-11-07', '2026-11-13'],
  ['last-30-days', '2026-11-20', '2026-10-22', '2026-11-20', '2026-09-22', '2026-10-21'],
  ['this_week', '2026-11-20', '2026-11-16', '2026-11-20', '2026-11-09', '2026-11-13'],
  ['this_week', '2026-11-16', '2026-11-16', '2026-11-16', '2026-11-09', '2026-11-09'],
  ['this_month', '2026-03-31', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['this_quarter', '2026-11-20', '2026-11-01', '2026-11-20', '2026-08-01', '2026-08-20'],
  ['last_week', '2026-11-20', '2026-11-09', '2026-11-15', '2026-11-02', '2026-11-08'],
  ['last_week', '2026-11-16', '2026-11-09', '2026-11-15', '2026-11-02', '2026-11-08'],
  ['last-month', '2026-03-31', '2026-02-01', '2026-02-28', '2026-01-01', '2026-01-31'],
  ['last_quarter', '2026-11-20', '2026-08-01', '2026-10-31', '2026-05-01', '2026-07-31'],
  ['this_year', '2026-11-20', '2026-02-01', '2026-11-20', '2025-02-01', '2025-11-20'],
  ['this_year', '2026-01-20', '2025-02-01', '2026-01-20', '2024-02-01', '2025-01-19'],
  ['2026-11-01..2026-11-20', '2026-11-20', '2026-11-01', '2026-11-20', '2026-10-12', '2026-10-31'],
  ['2026-11-20..2026-11-20', '2026-11-20', '2026-11-20', '2026-11-20', '2026-11-19', '2026-11-19'],
])('%s on %s', (words, today, from, to, before, until) =>
  expect(readPeriod(words, today, '02-01')).toEqual({ name: words, from, to, before: { from: before, to: until } }),
)

test.each([
  'last_0_days',
  'last_1000_days',
  'yesterday',
  '',
  '2026-11-20..2026-11-01',
  '2026-02-30..2026-03-01',
  'toString',
  'constructor',
])('%j is none', (words) => expect(readPeriod(words, '2026-11-20', '01-01')).toBeUndefined())

test('the period before ends the day before or earlier, and is no longer than the period', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.constantFrom('last_7_days', 'this_week', 'this_month', 'this_quarter'),
      (n, words) => {
        const today = addDays('2000-01-01', n)
        const { from, to, before } = readPeriod(words, today, '02-01')!
        expect(to).toBe(today)
        expect(before.from <= before.to && before.to < from).toBe(true)
        expect(daysBetween(before.from, before.to)).toBeLessThanOrEqual(daysBetween(from, to))
      },
    ),
  ))
