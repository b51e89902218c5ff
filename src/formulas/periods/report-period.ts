import { addDays, daysBetween } from '../../records/days/calendar.ts'
import { Temporal } from '../../records/days/temporal.ts'
import { isCalendarDay } from '../../records/kinds/field-types.ts'
import { fiscalQuarter } from '../fiscal-quarter.ts'
import { fiscalSpan, type Span } from './fiscal-span.ts'

/** The days a report looks at, and as many before them to compare with. */
export type Period = Span & { name: string; before: Span }

/** The words a period may be named by, for hints. */
export const periodWords =
  'last_7_days, last_30_days, this_week, last_week, this_month, last_month, this_quarter, last_quarter, this_year or 2026-11-01..2026-11-20'

/**
 * The days that a word means: `last_7_days` ends today, `this_…` runs from its first day to today and is compared with as
 * many days of the one before. Quarters are fiscal ones. Undefined for what is no period.
 */
export function readPeriod(words: string, today: string, yearStart: string): Period | undefined {
  const name = words.trim().toLowerCase().replaceAll('-', '_')
  const last = /^last_([1-9]\d{0,2})_days$/.exec(name)
  if (last) return compared(words.trim(), addDays(today, 1 - Number(last[1])), today)
  const [, from = '', to = ''] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(words.trim()) ?? []
  if (isCalendarDay(from) && isCalendarDay(to) && from <= to) return compared(words.trim(), from, to)
  const whole = Object.hasOwn(wholes, name) ? wholes[name]!(today, yearStart) : undefined
  if (whole) return { name: words.trim(), ...whole }
  const begin = Object.hasOwn(beginnings, name) ? beginnings[name]!(today, yearStart) : undefined
  if (!begin) return undefined
  const [start, earlier] = begin
  const same = addDays(earlier, daysBetween(start, today))
  const end = addDays(start, -1)
  return { name: words.trim(), from: start, to: today, before: { from: earlier, to: same < end ? same : end } }
}

type Beginning = (today: string, yearStart: string) => [start: string, earlier: string]

const beginnings: Record<string, Beginning> = {
  this_week: (today) => {
    const monday = addDays(today, 1 - Temporal.PlainDate.from(today).dayOfWeek)
    return [monday, addDays(monday, -7)]
  },
  this_month: (today) => {
    const first = Temporal.PlainDate.from(today).with({ day: 1 })
    return [first.toString(), first.subtract({ months: 1 }).toString()]
  },
  this_quarter: (today, yearStart) => {
    const { from } = fiscalSpan(fiscalQuarter(today, yearStart), yearStart)!
    return [from, Temporal.PlainDate.from(from).subtract({ months: 3 }).toString()]
  },
  this_year: (today, yearStart) => {
    const [month, day] = yearStart.split('-').map(Number)
    const start = Temporal.PlainDate.from({ year: Number(today.slice(0, 4)), month: month!, day: day! })
    const from = start.toString() <= today ? start : start.subtract({ years: 1 })
    return [from.toString(), from.subtract({ years: 1 }).toString()]
  },
}

/** Periods that are over, with the one before each. */
const wholes: Record<string, (today: string, yearStart: string) => Omit<Period, 'name'>> = {
  last_week: (today) => {
    const [monday] = beginnings['this_week']!(today, '')
    return spans(addDays(monday, -7), monday, addDays(monday, -14))
  },
  last_month: (today) => {
    const first = Temporal.PlainDate.from(today).with({ day: 1 })
    const ago = (months: number) => first.subtract({ months }).toString()
    return spans(ago(1), first.toString(), ago(2))
  },
  last_quarter: (today, yearStart) => {
    const [first, before] = beginnings['this_quarter']!(today, yearStart)
    return spans(before, first, Temporal.PlainDate.from(before).subtract({ months: 3 }).toString())
  },
}

const spans = (from: string, next: string, before: string): Omit<Period, 'name'> => ({
  from,
  to: addDays(next, -1),
  before: { from: before, to: addDays(from, -1) },
})

function compared(name: string, from: string, to: string): Period {
  const days = daysBetween(from, to) + 1
  return { name, from, to, before: { from: addDays(from, -days), to: addDays(from, -1) } }
}
