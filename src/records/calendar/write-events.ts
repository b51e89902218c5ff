import { addDays, instantOf } from '../days/calendar.ts'
import type { Guest } from './event.ts'
import { pathProperty } from './event-uid.ts'
import { openIcal } from './open-ical.ts'
import { tamed, type Written } from './tamed.ts'

/** A meeting as a calendar shows it. Times are as records hold them. */
export type Meeting = {
  uid: string
  instance?: string | undefined
  start: string
  ends?: string | undefined
  status: 'planned' | 'done' | 'cancelled'
  isCall: boolean
  subject: string
  text: string
  location?: string | undefined
  organizer?: Guest | undefined
  guests: readonly Guest[]
  path: string
}

/** Writes meetings as a calendar (RFC 5545), times in UTC and lines that end in CRLF; `zone` is that of times without an offset. */
export async function writeEvents(meetings: readonly Meeting[], { now, zone }: { now: Date; zone: string }): Promise<string> {
  const ical = await openIcal()
  const head: Written[] = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//dossier//dossier//EN'],
    ['calscale', {}, 'text', 'GREGORIAN'],
    ['method', {}, 'text', 'PUBLISH'],
  ]
  const events = meetings.map((meeting) => ['vevent', propertiesOf(meeting, now, zone).map(tamed), []])
  return `${ical.stringify(['vcalendar', head, events]).trimEnd()}\r\n`
}

function propertiesOf(meeting: Meeting, now: Date, zone: string): Written[] {
  const { uid, instance, start, ends, status, isCall, subject, text, location, organizer, guests, path } = meeting
  const isDay = start.length === 10
  const end = isDay ? addDays(ends?.slice(0, 10) ?? start, 1) : ends
  return [
    ['uid', {}, 'text', uid],
    ['dtstamp', {}, 'date-time', utc(now)],
    ...(instance ? [instanceOf(instance)] : []),
    momentOf('dtstart', start, isDay, zone),
    ...(end ? [momentOf('dtend', end, isDay, zone)] : []),
    ['summary', {}, 'text', subject],
    ...(text ? [['description', {}, 'text', text] satisfies Written] : []),
    ...(location ? [['location', {}, 'text', location] satisfies Written] : []),
    ['status', {}, 'text', status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'],
    ...(isCall ? [['categories', {}, 'text', 'Call'] satisfies Written] : []),
    ...(organizer ? [['organizer', namedAs(organizer), 'cal-address', `mailto:${organizer.address}`] satisfies Written] : []),
    ...guests.map((guest): Written => ['attendee', namedAs(guest), 'cal-address', `mailto:${guest.address}`]),
    [pathProperty, {}, 'text', path],
  ]
}

const namedAs = ({ name }: Guest): Record<string, string> => (name ? { cn: name.replaceAll('"', "'") } : {})

const momentOf = (name: string, date: string, isDay: boolean, zone: string): Written =>
  isDay ? [name, {}, 'date', date.slice(0, 10)] : [name, {}, 'date-time', utc(instantOf(date, zone))]

/** Which instance of a series it is, as read: `20261102T090000Z`, or a day. */
function instanceOf(instance: string): Written {
  const [, year, month, day, time] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{6})Z)?$/.exec(instance) ?? []
  const on = `${year}-${month}-${day}`
  if (!time) return ['recurrence-id', {}, 'date', on]
  return ['recurrence-id', {}, 'date-time', `${on}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`]
}

const utc = (instant: Date) => `${instant.toISOString().slice(0, 19)}Z`
