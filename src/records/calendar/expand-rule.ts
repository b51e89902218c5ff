import { dayNumber, dayOfNumber, numberOf, partsOf } from './day-number.ts'
import type { Rule } from './read-rule.ts'

/** How many periods a rule with a count is followed through from its start: of days, a century. */
const mostPeriods = 40_000

/**
 * The days of a series from one day to another, in order; the first day always counts. A rule that never comes true ends all the
 * same: whole periods are worked out one after the other, and none after the last day asked for.
 */
export function expandRule(rule: Rule, start: string, { from, to }: { from: string; to: string }): string[] {
  const [first, begin, end] = [dayNumber(start), dayNumber(from), dayNumber(to)]
  const last = rule.until ? Math.min(end, dayNumber(rule.until) + 1) : end
  const found = first >= begin && first <= end ? [first] : []
  let left = (rule.count ?? Infinity) - 1
  const skipped = rule.count ? 0 : Math.max(0, periodsBetween(rule, first, begin) - 1)
  for (let n = skipped; n < skipped + mostPeriods && left > 0; n++) {
    const period = periodOf(rule, first, n)
    if (period.from > last) break
    for (const day of chosen(rule, period, first)) {
      if (day <= first) continue
      if (day > last || left <= 0) break
      left--
      if (day >= begin) found.push(day)
    }
  }
  return found.map(dayOfNumber)
}

type Period = { from: number; to: number }

/** The n-th period of a rule: a day, a week, a month or a year, `interval` of them apart. */
function periodOf({ freq, interval, weekStart }: Rule, first: number, n: number): Period {
  const step = n * interval
  if (freq === 'DAILY') return { from: first + step, to: first + step }
  const { year, month, weekday } = partsOf(first)
  if (freq === 'WEEKLY') {
    const week = first - ((weekday - weekStart + 7) % 7) + 7 * step
    return { from: week, to: week + 6 }
  }
  if (freq === 'MONTHLY') return { from: numberOf(year, month + step, 1), to: numberOf(year, month + step + 1, 1) - 1 }
  return { from: numberOf(year + step, 0, 1), to: numberOf(year + step + 1, 0, 1) - 1 }
}

function periodsBetween({ freq, interval }: Rule, first: number, day: number): number {
  const longest = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[freq]
  return Math.floor((day - first) / longest / interval)
}

function chosen(rule: Rule, { from, to }: Period, first: number): number[] {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return []
  const fits = tellDay(rule, first)
  const days = Array.from({ length: to - from + 1 }, (_, n) => from + n).filter(fits)
  if (rule.bySetPos.length === 0) return days
  const at = rule.bySetPos.map((position) => days.at(position > 0 ? position - 1 : position))
  return days.filter((day) => at.includes(day))
}

/** Tells whether a day of a period belongs to the series. */
function tellDay(rule: Rule, first: number): (day: number) => boolean {
  const { freq, byDay, byMonth, byMonthDay, byYearDay, byWeek } = rule
  const start = partsOf(first)
  const isOpen = byDay.length + byMonthDay.length + byYearDay.length + byWeek.length === 0
  const keepsWeekday = (freq === 'WEEKLY' && byDay.length === 0) || (byWeek.length > 0 && byDay.length === 0)
  const keepsDay = isOpen && (freq === 'MONTHLY' || freq === 'YEARLY')
  const keepsMonth = isOpen && freq === 'YEARLY' && byMonth.length === 0
  return (number) => {
    const at = partsOf(number)
    const counted = (list: number[], value: number, length: number) =>
      list.length === 0 || list.includes(value) || list.includes(value - length - 1)
    if (byMonth.length > 0 && !byMonth.includes(at.month + 1)) return false
    if (keepsWeekday && at.weekday !== start.weekday) return false
    if (keepsDay && at.day !== start.day) return false
    if (keepsMonth && at.month !== start.month) return false
    if (!counted(byMonthDay, at.day, at.monthLength) || !counted(byYearDay, at.yearDay, at.yearLength)) return false
    if (byWeek.length > 0 && !isInWeek(number, rule)) return false
    if (byDay.length === 0) return true
    const isYears = freq === 'YEARLY' && byMonth.length === 0
    const [place, length] = isYears ? [at.yearDay, at.yearLength] : [at.day, at.monthLength]
    const nths = [0, Math.ceil(place / 7), -Math.ceil((length - place + 1) / 7)]
    return byDay.some(
      ({ nth, weekday }) => weekday === at.weekday && (freq === 'WEEKLY' || freq === 'DAILY' || nths.includes(nth)),
    )
  }
}

/** Whether a day lies in one of the weeks of its year; the first week holds at least four days of it. */
function isInWeek(number: number, { byWeek, weekStart }: Rule): boolean {
  const { year } = partsOf(number)
  const begin = (of: number) => {
    const [newYear, { weekday }] = [numberOf(of, 0, 1), partsOf(numberOf(of, 0, 1))]
    const into = (weekday - weekStart + 7) % 7
    return into <= 3 ? newYear - into : newYear + 7 - into
  }
  const starts = begin(year)
  if (number < starts || number >= begin(year + 1)) return false
  const [week, weeks] = [Math.floor((number - starts) / 7) + 1, (begin(year + 1) - starts) / 7]
  return byWeek.includes(week) || byWeek.includes(week - weeks - 1)
}
