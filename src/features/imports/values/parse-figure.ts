/** The sign between whole and part of a number. */
export type Decimal = '.' | ','

/** A number as a cell has it: its digits with at most one sign of which it is not known yet what it parts, and what stands around. */
export type Figure = {
  digits: string
  /** The sign that plainly is, or would have to be, the decimal one. */
  shown?: Decimal
  /** The sign in `digits` that could be the decimal one or part thousands: `1.234`. */
  either?: Decimal
  unit?: string
  percent: boolean
  exponent: number
}

const suffixes: Record<string, number> = { k: 3, m: 6, mio: 6, mn: 6, b: 9, bn: 9 }
const unit = String.raw`[\p{L}]{0,3}\p{Sc}|[\p{L}][\p{L}.]{0,19}`
const framed = new RegExp(
  String.raw`^(\()?\s*([+\-−])?\s*(${unit})?\s*([+\-−])?\s*(\d[\d.,'’\s]*?|[.,]\d+)(?:e([+-]?\d{1,3}))?\s*(%)?\s*(?:(k|m|b|bn|mio\.?|mn)(?![\p{L}]))?\s*(${unit})?\s*([-−])?\s*(\))?$`,
  'iu',
)

/** Reads a cell as a number; undefined when it is none. Fractions of a percent and `1.2M` keep their exponent for exactness. */
export function parseFigure(text: string): Figure | undefined {
  if (text.length > 400) return undefined
  const parts = framed.exec(text)
  if (!parts) return undefined
  const [, open, sign, before, inner, body, exponent, percent, suffix, after, last, close] = parts
  const signs = [sign, inner, last].filter(Boolean).length
  if (Boolean(open) !== Boolean(close) || signs > 1 || (open && signs > 0) || (before && after)) return undefined
  const minus = open || [sign, inner, last].some((one) => one && one !== '+') ? '-' : ''
  const grouped = readBody(body!.trim())
  if (!grouped) return undefined
  return {
    digits: minus + grouped.digits,
    ...(grouped.shown ? { shown: grouped.shown } : {}),
    ...(grouped.either ? { either: grouped.either } : {}),
    ...(before || after ? { unit: (before ?? after)! } : {}),
    percent: percent !== undefined,
    exponent: Number(exponent ?? 0) + (suffix ? suffixes[suffix.toLowerCase().replace('.', '')]! : 0) - (percent ? 2 : 0),
  }
}

type Body = { digits: string; shown?: Decimal; either?: Decimal }

const inThrees = /^\d{1,3}(?:[.,'’ \u00a0\u202f\u2009]\d{3})+$/
const inIndian = /^\d{1,2}(?:,\d{2})*,\d{3}$/

function readBody(body: string): Body | undefined {
  if (/^\d+$/.test(body)) return { digits: body }
  const point = body.lastIndexOf('.')
  const comma = body.lastIndexOf(',')
  const spaced = /['’\s]/.test(body)
  if (point >= 0 && comma >= 0) {
    const decimal = point > comma ? '.' : ','
    return withGroups(body, decimal, decimal === '.' ? ',' : '.')
  }
  if (point < 0 && comma < 0) return isGrouped(body) ? { digits: bare(body) } : undefined
  const sign = point >= 0 ? '.' : ','
  const [whole = '', part = '', ...more] = body.split(sign)
  if (more.length > 0) return isGrouped(body) ? { digits: bare(body), shown: sign === '.' ? ',' : '.' } : undefined
  if (spaced) return withGroups(body, sign, '')
  if (/^\d+$/.test(part) && part.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return { digits: body, either: sign }
  return /^\d*$/.test(whole) && /^\d*$/.test(part) ? { digits: `${whole || '0'}.${part || '0'}`, shown: sign } : undefined
}

/** A number whose decimal sign is known and whose thousands are parted by another, or by spaces and apostrophes. */
function withGroups(body: string, decimal: Decimal, thousands: string): Body | undefined {
  const at = body.lastIndexOf(decimal)
  const whole = body.slice(0, at)
  const part = body.slice(at + 1)
  if (!/^\d+$/.test(part) || whole.includes(decimal) || !isGrouped(whole)) return undefined
  if (thousands && !whole.includes(thousands)) return undefined
  return { digits: `${bare(whole)}.${part}`, shown: decimal }
}

const isGrouped = (whole: string) => {
  const marks = new Set(whole.replace(/\d/g, '').replace(/[\u00a0\u202f\u2009]/g, ' '))
  return (marks.size === 1 && inThrees.test(whole)) || inIndian.test(whole)
}

const bare = (whole: string) => whole.replace(/\D/g, '')

/** The number that a figure is with this decimal sign; undefined when its digits are more than a number can hold. */
export function numberOf({ digits, either, exponent }: Figure, decimal: Decimal): number | undefined {
  const settled = either ? (either === decimal ? digits.replace(',', '.') : digits.replace(/[.,]/, '')) : digits
  const value = Number(exponent ? `${settled}e${exponent}` : settled)
  if (!Number.isFinite(value)) return undefined
  if (settled.length <= 16 || significant(settled) <= 15 || String(value) === settled) return value === 0 ? 0 : value
  return undefined
}

const significant = (digits: string) => {
  const shown = digits.replace(/^-/, '')
  const trimmed = shown.includes('.') ? shown.replace(/0+$/, '') : shown.replace(/0+$/, '')
  return trimmed.replace('.', '').replace(/^0+/, '').length
}
