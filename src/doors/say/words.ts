import { minorUnits } from '../../formulas/minor-units.ts'
import { daysBetween } from '../../records/days/calendar.ts'

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

/** Signs of the currencies that have one of their own; others are said by their code. */
const signs = new Map(
  Object.entries({
    EUR: '€',
    USD: '$',
    GBP: '£',
    JPY: '¥',
    INR: '₹',
    KRW: '₩',
    BRL: 'R$',
    ILS: '₪',
    VND: '₫',
  }),
)

/** A whole number in digits as people group them: 12,000. (Intl takes 14 ms to begin.) */
export const sayNumber = (digits: number | bigint | string): string => String(digits).replace(/\B(?=(\d{3})+$)/g, ',')

/** An amount as a person writes it: €24,000 or CHF 1,200.50, with the decimals of its currency unless it is whole. */
export function sayMoney(
  amount: number | null | undefined,
  currency?: string | null,
  decimals = Number.isInteger(amount) ? 0 : minorUnits(currency),
): string {
  if (amount === undefined || amount === null) return ''
  const digits = digitsOf(Math.abs(amount), decimals)
  const [whole = '', cents] = digits.split('.')
  const sign = currency ? (signs.get(currency) ?? `${currency} `) : ''
  const isBelow = amount < 0 && !/^[0.]+$/.test(digits)
  return `${isBelow ? '-' : ''}${sign}${sayNumber(whole)}${cents ? `.${cents}` : ''}`
}

/** Rounded half up as it is written (1.005 is 1.01), and never with an exponent. */
function digitsOf(size: number, decimals: number): string {
  if (size >= 1e15) return Number.isFinite(size) ? `${BigInt(Math.round(size))}` : '∞'
  const units = Math.round(size < 1e-6 ? 0 : Number(`${size}e${decimals}`))
  return (units / 10 ** decimals).toFixed(decimals)
}

/** A count with its noun: 1 deal, 2,000 deals. */
export const sayCount = (count: number, noun: string, plural = `${noun}s`) => `${sayNumber(count)} ${count === 1 ? noun : plural}`
