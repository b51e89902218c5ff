import { daysBetween } from '../../records/days/calendar.ts'

export { sayCount, sayMoney, sayNumber } from '../../formulas/say-figure.ts'

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day as a person says it: today, yesterday, Fri 27 Nov, 3 Mar 2028. */
export function sayDay(date: string | null | undefined, today: string): string {
  if (!date) return ''
  const far = daysBetween(today, date)
  const near = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(far)]
  if (near) return near
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  const said = `${day.getUTCDate()} ${months[day.getUTCMonth()]}`
  return Math.abs(far) < 300 ? `${weekdays[day.getUTCDay()]} ${said}` : `${said} ${day.getUTCFullYear()}`
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
