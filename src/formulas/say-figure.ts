import { minorUnits } from './minor-units.ts'

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
