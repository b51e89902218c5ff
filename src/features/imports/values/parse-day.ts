import { Temporal } from '../../../records/days/temporal.ts'
import { monthNamed } from './months.ts'

/** How days are written when they could be two: in this order. */
export type Order = 'dmy' | 'mdy' | 'ymd'

/** What a cell says about a day: the day itself, an instant, or three numbers whose order is open. */
export type Written =
  | { is: 'day'; day: string }
  | { is: 'instant'; ms: number; midnight: boolean; day: string }
  | { is: 'triple'; x: number; y: number; z: number; short: boolean; dots: boolean; ms?: number }
  | { is: 'serial'; day: string }

const clock = String.raw`(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?)?\s*(Z|UTC|GMT|(?:GMT|UTC)?[+-]\d{2}:?\d{2}|\([^)]*\))?(?:\s*\([^)]*\))?`
const iso = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${clock}$`, 'i')
const numeric = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${clock}$`, 'i')
const weekday = String.raw`(?:\p{L}{2,10}\.?,?\s+)?`
const dayFirst = new RegExp(
  String.raw`^${weekday}(\d{1,2})(?:st|nd|rd|th|\.|er)?[\s-]*(?:de\s+)?(\p{L}{3,12})\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2})${clock}$`,
  'iu',
)
const monthFirst = new RegExp(
  String.raw`^${weekday}(\p{L}{3,12})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})${clock}$`,
  'iu',
)

/** Reads what a cell says about a day; undefined when it names none the calendar has. `century` is the last year that two digits mean. */
export function parseDay(text: string, century: number): Written | undefined {
  if (text.length > 80) return undefined
  let parts = iso.exec(text)
  if (parts) return place(calendarDay(+parts[1]!, +parts[3]!, +parts[4]!), parts.slice(5))
  parts = numeric.exec(text)
  if (parts) {
    const [, x, dot, y, z] = parts
    const short = z!.length === 2
    if (!isClock(parts.slice(5))) return undefined
    const ms = parts[9] && parts[5] ? sinceMidnight(parts.slice(5)) : undefined
    return { is: 'triple', x: +x!, y: +y!, z: +z!, short, dots: dot === '.', ...(ms === undefined ? {} : { ms }) }
  }
  parts = dayFirst.exec(text)
  if (parts)
    return place(
      calendarDay(fullYear(+parts[3]!, parts[3]!.length === 2, century), monthNamed(parts[2]!), +parts[1]!),
      parts.slice(4),
    )
  parts = monthFirst.exec(text)
  if (parts) return place(calendarDay(+parts[3]!, monthNamed(parts[1]!), +parts[2]!), parts.slice(4))
  if (/^\d{8}$/.test(text)) return place(calendarDay(+text.slice(0, 4), +text.slice(4, 6), +text.slice(6)), [])
  if (/^\d{13}$/.test(text)) return instantOf(Number(text))
  if (/^1\d{9}$/.test(text)) return instantOf(Number(text) * 1000)
  if (/^[2-7]\d{4}(?:\.\d+)?$/.test(text)) return { is: 'serial', day: dayOf((Math.floor(Number(text)) - 25_569) * 86_400_000) }
  return undefined
}

/** The day that three numbers are in an order; undefined when that order makes none. */
export function orderDay(
  { x, y, z, short }: { x: number; y: number; z: number; short: boolean },
  order: Order,
  century: number,
): string | undefined {
  if (order === 'ymd') return short ? calendarDay(fullYear(x, true, century), y, z) : undefined
  const year = fullYear(z, short, century)
  return order === 'dmy' ? calendarDay(year, y, x) : calendarDay(year, x, y)
}

const fullYear = (year: number, short: boolean, century: number) => {
  if (!short) return year
  const full = century - (century % 100) + year
  return full > century ? full - 100 : full
}

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`)

function calendarDay(year: number, month: number, day: number): string | undefined {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const length = month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return day <= length ? `${year}-${two(month)}-${two(day)}` : undefined
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const instantOf = (ms: number): Written => ({ is: 'instant', ms, midnight: ms % 86_400_000 === 0, day: dayOf(ms) })

type Clock = (string | undefined)[]

const isClock = ([hour, minute, second]: Clock) => !hour || (+hour < 24 && +minute! < 60 && +(second ?? 0) < 60)

/** Milliseconds from midnight UTC of the written day to the instant that a clock with an offset says. */
function sinceMidnight([hour, minute, second, half, offset]: Clock): number {
  const late = half ? (+hour! % 12) + (/^p/i.test(half) ? 12 : 0) : +hour!
  const [, sign, ahead, by] = /([+-])(\d{2}):?(\d{2})/.exec(offset ?? '') ?? []
  const shift = sign ? (sign === '-' ? -1 : 1) * (+ahead! * 60 + +by!) : 0
  return ((late * 60 + +minute! - shift) * 60 + +(second ?? 0)) * 1000
}

function place(day: string | undefined, time: Clock): Written | undefined {
  if (day === undefined || !isClock(time)) return undefined
  if (!time[0] || !time[4] || time[4].startsWith('(')) return { is: 'day', day }
  const ms = Date.parse(`${day}T00:00:00Z`) + sinceMidnight(time)
  return { is: 'instant', ms, midnight: ms % 86_400_000 === 0 && /^(?:z|utc|gmt|.*00:?00)$/i.test(time[4]), day }
}

/** Tells on which day of a zone instants fall; what it found out it keeps for the quarter of an hour, which no zone divides. */
export function openDays(zone: string): (ms: number) => string {
  const quarter = 900_000
  const offsets = new Map<number, number>()
  return (ms) => {
    const key = Math.floor(ms / quarter)
    let offset = offsets.get(key)
    if (offset === undefined) {
      if (offsets.size > 50_000) offsets.clear()
      offset = Temporal.Instant.fromEpochMilliseconds(key * quarter).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
      offsets.set(key, offset)
    }
    return dayOf(ms + offset)
  }
}
