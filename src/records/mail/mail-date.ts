import { isCalendarDay } from '../kinds/field-types.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const zones: Record<string, string> = Object.fromEntries(
  'ut=+0000 utc=+0000 gmt=+0000 z=+0000 est=-0500 edt=-0400 cst=-0600 cdt=-0500 mst=-0700 mdt=-0600 pst=-0800 pdt=-0700 cet=+0100 cest=+0200 bst=+0100 jst=+0900'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)
const pattern =
  /(\d{1,2})[ -]+([a-z]{3})[a-z]*[ .,-]+(\d{2,4})[ ,]+(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?[ ]*([+-]\d{4}|[a-z]{1,4}\b)?/i

/** The date of a mail (RFC 5322, 3.3 and 4.3) as a record holds it, on the clock of whoever sent it; undefined when it is none. */
export function mailDate(written: string): string | undefined {
  const found = pattern.exec(
    written
      .slice(0, 200)
      .replace(/\([^()]*\)/g, ' ')
      .replace(/\s+/g, ' '),
  )
  if (!found) return undefined
  const [, day = '', name = '', year = '', hour = '', minute = '', zone = ''] = found
  const month = months.indexOf(name.toLowerCase()) + 1
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900)
  const on = `${full}-${two(month)}-${two(day)}`
  if (month === 0 || full < 1970 || !isCalendarDay(on) || Number(hour) > 23 || Number(minute) > 59) return undefined
  const offset = /^[+-]\d{4}$/.test(zone) ? zone : (zones[zone.toLowerCase()] ?? '+0000')
  const isOffset = Number(offset.slice(1, 3)) <= 14 && Number(offset.slice(3)) < 60
  const ahead = isOffset && offset !== '-0000' ? `${offset.slice(0, 3)}:${offset.slice(3)}` : '+00:00'
  return `${on}T${two(hour)}:${minute}${ahead}`
}

const two = (value: string | number) => String(value).padStart(2, '0')
