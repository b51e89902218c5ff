import { daysBetween } from '../../records/calendar.ts'

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
const withYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A day as a person says it: today, yesterday, Fri 27 Nov, 3 Mar 2028. */
export function sayDay(date: string | null | undefined, today: string): string {
  if (!date) return ''
  const far = daysBetween(today, date)
  const near = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(far)]
  if (near) return near
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  return (Math.abs(far) < 300 ? weekday : withYear).format(day).replace(',', '')
}

/** How long ago, or how far ahead, a day is: 3 days ago, in 2 weeks. */
export function sayDistance(date: string | null | undefined, today: string): string {
  if (!date) return ''
  const days = daysBetween(date, today)
  const [count, unit] = Math.abs(days) < 14 ? [Math.abs(days), 'day'] : Math.abs(days) < 60 ? [Math.floor(Math.abs(days) / 7), 'week'] : [Math.floor(Math.abs(days) / 30), 'month']
  if (days === 0) return 'today'
  const said = `${count} ${unit}${count === 1 ? '' : 's'}`
  return days > 0 ? `${said} ago` : `in ${said}`
}

/** An amount as a person writes it: €24,000 or ¥1,200,000. Without a currency the plain figure. */
export function sayMoney(amount: number | null | undefined, currency?: string | null): string {
  if (amount === undefined || amount === null) return ''
  const whole = Number.isInteger(amount) ? { minimumFractionDigits: 0 } : {}
  if (!currency) return new Intl.NumberFormat('en', whole).format(amount)
  return new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...whole }).format(amount)
}

/** A count with its noun: 1 deal, 2 deals. */
export const sayCount = (count: number, noun: string, plural = `${noun}s`) => `${count} ${count === 1 ? noun : plural}`
