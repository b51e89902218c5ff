import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalQuarter } from '../../../src/formulas/fiscal-quarter.ts'
import { fiscalSpan } from '../../../src/formulas/periods/fiscal-span.ts'

test.each([
  ['2026-Q4', '01-01', { from: '2026-10-01', to: '2026-12-31' }],
  ['2026', '01-01', { from: '2026-01-01', to: '2026-12-31' }],
  ['2027', '02-01', { from: '2026-02-01', to: '2027-01-31' }],
  ['2027-Q4', '02-01', { from: '2026-11-01', to: '2027-01-31' }],
  ['2026-Q1', '04-06', { from: '2025-04-06', to: '2025-07-05' }],
  ['2024-Q1', '02-29', { from: '2023-02-28', to: '2023-05-27' }],
  ['2026-Q5', '01-01', undefined],
  ['soon', '01-01', undefined],
])('%s of a year from %s', (period, start, span) => expect(fiscalSpan(period, start)).toEqual(span))

test('a day lies in the span of its quarter', () =>
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2050-12-31'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 12 }),
      (date, month) => {
        const [day, start] = [date.toISOString().slice(0, 10), `${String(month).padStart(2, '0')}-01`]
        const span = fiscalSpan(fiscalQuarter(day, start), start)!
        expect(span.from <= day && day <= span.to).toBe(true)
      },
    ),
  ))
