import { isCalendarDay } from '../kinds/field-types.ts'
import { type Property, paramOf, textIn } from './open-ical.ts'
import type { Zones } from './open-zones.ts'

/** A time of a calendar: the day, or the clock's time with its zone, and `at`, the stamp or day that a record holds. */
export type Moment = { local: string; isDay: boolean; tzid?: string; isUtc: boolean; at: string }

/** The time a property names; undefined when it names none that the calendar has. */
export function momentIn(property: Property | undefined, zones: Zones): Moment | undefined {
  if (!property) return undefined
  const [, day, time, utc] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?))?(Z?)/.exec(textIn(property.values[0])) ?? []
  if (!day || !isCalendarDay(day) || day < '1900' || day > '2200') return undefined
  if (!time) return { local: day, isDay: true, isUtc: false, at: day }
  const tzid = paramOf(property, 'tzid')
  const local = `${day}T${time}`
  return momentAt(local, { isUtc: utc === 'Z', ...(tzid && { tzid }) }, zones)
}

/** The same time of the clock on another day, for an instance of a series. */
export function momentAt(local: string, { isUtc, tzid }: { isUtc: boolean; tzid?: string }, zones: Zones): Moment | undefined {
  const at = isUtc ? zones.stamp(`${local}Z`, undefined) : zones.stamp(local, tzid)
  return at === undefined ? undefined : { local, isDay: false, isUtc, at, ...(tzid && { tzid }) }
}
