import { textIn } from './open-ical.ts'

/** How an event repeats (RFC 5545, 3.3.10), down to days; a weekday counts from Sunday, 0. */
export type Rule = {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval: number
  count?: number
  until?: string
  byDay: { nth: number; weekday: number }[]
  byMonth: number[]
  byMonthDay: number[]
  byYearDay: number[]
  byWeek: number[]
  bySetPos: number[]
  weekStart: number
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const finer = { SECONDLY: 'every second', MINUTELY: 'every minute', HOURLY: 'every hour' } as Record<string, string>

/** Reads what ical.js gives for RRULE; or says why such a series is not made into meetings. */
export function readRule(value: unknown): Rule | { refused: string } {
  const told = (value ?? {}) as Record<string, unknown>
  const freq = textIn(told['freq'])
  if (finer[freq]) return { refused: `it repeats ${finer[freq]}` }
  if (!['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(freq)) return { refused: 'how it repeats cannot be read' }
  const unread = ['byhour', 'byminute', 'bysecond'].find((key) => numbers(told[key]).length > 1)
  if (unread) return { refused: 'it repeats several times a day' }
  const byDay = [told['byday'] ?? []].flat().flatMap((one) => {
    const [, nth = '', day = ''] = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(textIn(one)) ?? []
    return day ? [{ nth: Number(nth), weekday: weekdays.indexOf(day) }] : []
  })
  const count = Number(told['count'])
  const until = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z?)?$/.exec(textIn(told['until']))?.[0]
  return {
    freq: freq as Rule['freq'],
    interval: Math.max(1, Math.floor(Number(told['interval'])) || 1),
    ...(count > 0 && { count: Math.floor(count) }),
    ...(until && { until }),
    byDay,
    byMonth: numbers(told['bymonth']),
    byMonthDay: numbers(told['bymonthday']),
    byYearDay: numbers(told['byyearday']),
    byWeek: numbers(told['byweekno']),
    bySetPos: numbers(told['bysetpos']),
    weekStart: weekStartOf(told['wkst']),
  }
}

/** ical.js counts weekdays from 1, Sunday. */
const weekStartOf = (value: unknown) =>
  typeof value === 'number' ? (value + 6) % 7 : Math.max(0, weekdays.indexOf(textIn(value) || 'MO'))

const numbers = (value: unknown): number[] => [value ?? []].flat().map(Number).filter(Number.isInteger).slice(0, 400)
