import { daysBetween } from '../../records/days/calendar.ts'
import { nameDay } from '../../records/days/name-day.ts'

/** A day as a person says it: today, yesterday, Fri 27 Nov, 3 Mar 2028. */
export function sayDay(date: string | null | undefined, today: string): string {
  if (!date) return ''
  const far = daysBetween(today, date)
  const near = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(far)]
  if (near) return near
  const named = nameDay(date, date)
  return Math.abs(far) < 300 ? named : `${named.slice('Fri '.length)} ${date.slice(0, 4)}`
}

/** How long ago, or how far ahead, a day is: 3 days ago, in 2 weeks. */
export function sayDistance(date: string | null | undefined, today: string): string {
  if (!date) return ''
  const days = daysBetween(date, today)
  const [count, unit] =
    Math.abs(days) < 14
      ? [Math.abs(days), 'day']
      : Math.abs(days) < 60
        ? [Math.floor(Math.abs(days) / 7), 'week']
        : [Math.floor(Math.abs(days) / 30), 'month']
  if (days === 0) return 'today'
  const said = `${count} ${unit}${count === 1 ? '' : 's'}`
  return days > 0 ? `${said} ago` : `in ${said}`
}
