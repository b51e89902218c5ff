import { anyMonth, monthOf } from '../../../records/days/month-names.ts'
import { isCalendarDay } from '../../../records/kinds/field-types.ts'

const clock = String.raw`(?:(?:T|,?\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?`
const yearFirst = new RegExp(String.raw`^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})${clock}$`, 'i')
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${clock}$`, 'i')
const dayFirst = new RegExp(
  String.raw`^(?:\p{L}{2,10}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(\p{L}{3,12})\.?,?[\s-]+(\d{4})${clock}$`,
  'iu',
)
const monthFirst = new RegExp(
  String.raw`^(?:\p{L}{2,10}\.?,?\s+)?(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${clock}$`,
  'iu',
)
const months = new RegExp(`^(?:${anyMonth})$`)

/** The ISO form of a day, or of a day and time, that can be read in one way only: `2026/11/02`, `2 Nov 2026`, `31.12.2026`. */
export function readDay(text: string, { withTime }: { withTime: boolean }): string | undefined {
  const written = text.trim()
  if (written.length > 60) return undefined
  const found = /^\d{8}$/.test(written)
    ? [written.slice(0, 4), written.slice(4, 6), written.slice(6)]
    : (numeric(written) ?? worded(written))
  if (!found) return undefined
  const [year, month, date, hours, minutes, seconds, offset] = found
  const day = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`
  if (!isCalendarDay(day) || year! < '1900' || year! > '2199') return undefined
  if (hours === undefined) return day
  if (!withTime) return [hours, minutes, seconds].every((part) => !Number(part ?? 0)) && isUtc(offset) ? day : undefined
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined
  const time = `${hours.padStart(2, '0')}:${minutes}${seconds ? `:${seconds}` : ''}`
  return `${day} ${time}${offset?.toUpperCase() ?? ''}`
}

const isUtc = (offset: string | undefined) => !offset || /^(?:z|[+-]00:?00)$/i.test(offset)

type Parts = (string | undefined)[]

function numeric(text: string): Parts | undefined {
  const [, year, , month, date, ...time] = yearFirst.exec(text) ?? []
  if (year) return [year, month, date, ...time]
  const [, first, sign, second, last, ...rest] = yearLast.exec(text) ?? []
  if (!first) return undefined
  if (sign === '.' || first === second || Number(first) > 12) return [last, second, first, ...rest]
  return Number(second) > 12 ? [last, first, second, ...rest] : undefined
}

function worded(text: string): Parts | undefined {
  const [, date, named = '', year, ...time] = dayFirst.exec(text) ?? []
  const [, word = named, second = date, last = year, ...rest] = date ? [] : (monthFirst.exec(text) ?? [])
  const month = monthNumber(word)
  return month === undefined ? undefined : [last, month, second, ...(date ? time : rest)]
}

function monthNumber(word: string): string | undefined {
  const small = word.toLowerCase()
  const name = [word, small, small.charAt(0).toUpperCase() + small.slice(1)].find((form) => months.test(form))
  return name === undefined ? undefined : String(monthOf(name) + 1)
}
