import { Temporal } from '../../records/days/temporal.ts'

/** A stretch of days, both ends included. */
export type Span = { from: string; to: string }

/** The days of a fiscal year (`2026`) or quarter (`2026-Q4`); `start` is the month and day the year begins. Undefined for what is neither. */
export function fiscalSpan(period: string, start: string): Span | undefined {
  const [, year, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(period) ?? []
  if (!year) return undefined
  const [month = 1, day = 1] = start.split('-').map(Number)
  const began = Temporal.PlainDate.from({ year: Number(year) - (start === '01-01' ? 0 : 1), month, day })
  const from = began.add({ months: quarter ? (Number(quarter) - 1) * 3 : 0 })
  return {
    from: from.toString(),
    to: from
      .add({ months: quarter ? 3 : 12 })
      .subtract({ days: 1 })
      .toString(),
  }
}
