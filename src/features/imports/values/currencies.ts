const dollars = new Set([
  'USD',
  'CAD',
  'AUD',
  'NZD',
  'SGD',
  'HKD',
  'MXN',
  'TWD',
  'BZD',
  'JMD',
  'TTD',
  'FJD',
  'BBD',
  'BSD',
  'BMD',
  'KYD',
  'NAD',
  'CLP',
  'COP',
  'ARS',
])
const crowns = new Set(['SEK', 'NOK', 'DKK', 'ISK'])

const signs: Record<string, string> = {
  '€': 'EUR', '£': 'GBP', '₹': 'INR', '₽': 'RUB', '₩': 'KRW', '₺': 'TRY', '₪': 'ILS', '₴': 'UAH', '฿': 'THB', '₫': 'VND', '₱': 'PHP', '₦': 'NGN', '₸': 'KZT',
  US$: 'USD', 'CA$': 'CAD', C$: 'CAD', A$: 'AUD', AU$: 'AUD', NZ$: 'NZD', S$: 'SGD', SG$: 'SGD', HK$: 'HKD', NT$: 'TWD', MX$: 'MXN', R$: 'BRL',
  'CN¥': 'CNY', 'JP¥': 'JPY', ZŁ: 'PLN', KČ: 'CZK', FT: 'HUF', 'FR.': 'CHF', FR: 'CHF', SFR: 'CHF', 'RS.': 'INR', RS: 'INR', EURO: 'EUR', EUROS: 'EUR', DOLLAR: 'USD', RMB: 'CNY', R: 'ZAR', LEI: 'RON', TL: 'TRY',
} // biome-ignore format: a table

let codes: ReadonlySet<string> | undefined

/** Whether money of this code exists. The list is asked for when the first code is met: it takes a moment. */
export const isCurrency = (code: string) => (codes ??= new Set(Intl.supportedValuesOf('currency'))).has(code)

/** The code that a sign or word beside an amount means in a workspace that counts in `home`; undefined for one nobody knows. */
export function currencyOf(said: string, home: string): string | undefined {
  const word = said.trim().toUpperCase()
  if (word === '$' || word === 'DOLLAR' || word === 'DOLLARS') return dollars.has(home) ? home : 'USD'
  if (word === '¥') return home === 'CNY' ? 'CNY' : 'JPY'
  if (word === 'KR' || word === 'KR.') return crowns.has(home) ? home : undefined
  const code = signs[word] ?? word.replace(/\$$/, '')
  return /^[A-Z]{3}$/.test(code) && isCurrency(code) ? code : undefined
}

/** Whether a sign in a cell can stand for the code that the row's own column says: `$` for CAD. */
export const fitsCode = (sign: string, code: string, home: string) =>
  currencyOf(sign, home) === code ||
  (sign === '$' && dollars.has(code)) ||
  (sign === '¥' && code === 'CNY') ||
  (/^kr\.?$/i.test(sign) && crowns.has(code))
