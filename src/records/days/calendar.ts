import { Temporal } from './temporal.ts'

/** The day (`2026-11-21`) that an instant falls on in a time zone. */
export const dayIn = (zone: string, instant: Date) => zoned(zone, instant).toPlainDate().toString()

/** The minute (`2026-11-21T10:05`) of an instant on a clock in a time zone. */
export const minuteIn = (zone: string, instant: Date) =>
  zoned(zone, instant).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** The instant with its offset, as a record holds it: `2026-11-21T10:05+01:00`. */
export const stampIn = (zone: string, instant: Date) =>
  zoned(zone, instant).toString({ smallestUnit: 'minute', timeZoneName: 'never', calendarName: 'never' })

/** Whole days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: string, to: string) =>
  Temporal.PlainDate.from(from.slice(0, 10)).until(Temporal.PlainDate.from(to.slice(0, 10)), { largestUnit: 'day' }).days

/** The day so many days on; before it when negative. */
export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** Minutes that a time zone is ahead of UTC at an instant. */
export const offsetIn = (zone: string, instant: Date) => zoned(zone, instant).offsetNanoseconds / 60_000_000_000

/**
 * The instant a record's date means: a stamp with an offset says it itself; a plain day or a time without an offset
 * is read on the clock of `zone` (model.md, Records).
 */
export function instantOf(date: string, zone: string): Date {
  const text = date.replace(' ', 'T')
  if (/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) && text.includes('T')) return new Date(text)
  const local = text.includes('T') ? Temporal.PlainDateTime.from(text) : Temporal.PlainDate.from(text).toPlainDateTime()
  return new Date(local.toZonedDateTime(zone).epochMilliseconds)
}

/** Whether the machine knows a time zone of this name. */
export function isZone(zone: string): boolean {
  try {
    zoned(zone, new Date(0))
    return true
  } catch {
    return false
  }
}

const zoned = (zone: string, instant: Date) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)
