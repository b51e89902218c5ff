import { foreignId } from '../foreign/foreign-id.ts'
import { tameLine, tameText } from '../text/tame-text.ts'
import { propertyIn, readBlocks } from './content-lines.ts'
import type { CalendarEvent, EventsRead, Guest } from './event.ts'
import { pathProperty } from './event-uid.ts'
import { expandSeries, type Series } from './expand-series.ts'
import { momentIn } from './moment.ts'
import { openReader, type Property, paramOf, type Reader, textIn } from './open-ical.ts'
import { openZones, type Zones } from './open-zones.ts'

/** No calendar that people keep has more events, and no meeting more guests. */
const most = { events: 5_000, guests: 200, text: 20_000 }

const wanted = new Set(
  [
    'uid dtstart dtend duration summary description location status organizer attendee rrule rdate exdate recurrence-id method',
    `tzid x-lic-location tzoffsetto categories ${pathProperty}`,
  ]
    .join(' ')
    .split(' '),
)

/**
 * Reads the meetings of an .ics file: each event once, of a series the instances around `now`. `zone` is that of times that name
 * none. Never throws: what cannot be read is a sentence.
 */
export async function readEvents(text: string, { now, zone }: { now: Date; zone: string }): Promise<EventsRead> {
  const { blocks, dropped } = readBlocks(text, (line) => wanted.has(propertyIn(line)))
  const troubles = dropped > 0 ? [`${dropped} lines or parts are more than is read`] : []
  const read = await openReader('icalendar')
  let events: CalendarEvent[] = []
  for (const calendar of blocks.filter(({ name }) => name === 'VCALENDAR').slice(0, 100)) {
    const zones = openZones(calendar.blocks, read, zone)
    const all = calendar.blocks.filter(({ name }) => name === 'VEVENT')
    if (all.length > most.events) troubles.push(`only the first ${most.events} of ${all.length} events are read`)
    const isCalledOff = calendar.lines.some((line) => /^method\s*:\s*cancel\s*$/i.test(line))
    const series = all.slice(0, most.events).flatMap(({ lines }) => eventOf(lines, { read, zones, isCalledOff, troubles }) ?? [])
    events = events.concat(expandSeries(series, { now, zones, troubles }))
  }
  if (events.length > most.events) troubles.unshift(`only the first ${most.events} of ${events.length} meetings are read`)
  return { events: events.slice(0, most.events), troubles: [...new Set(troubles)].slice(0, 20) }
}

type With = { read: Reader; zones: Zones; isCalledOff: boolean; troubles: string[] }

function eventOf(lines: string[], { read, zones, isCalledOff, troubles }: With): Series | undefined {
  const properties = lines.flatMap((line) => read(line) ?? [])
  const one = (name: string) => properties.find((property) => property.name === name)
  const subject = line(one('summary')) || 'Meeting'
  const start = momentIn(one('dtstart'), zones)
  if (!start) {
    troubles.push(`"${subject.slice(0, 60)}" does not say when it begins`)
    return undefined
  }
  const { tzid } = start
  if (tzid && !zones.knows(tzid))
    troubles.push(`the time zone "${tameLine(tzid).slice(0, 60)}" is not known; its times are read on our clock`)
  const uid = line(one('uid'))
  const instance = momentIn(one('recurrence-id'), zones)
  const [location, organizer] = [line(one('location')), guestOf(one('organizer'))]
  const many = (name: string) => properties.filter((property) => property.name === name)
  const momentsOf = (name: string) =>
    many(name).flatMap((property) =>
      property.values.flatMap(
        (value) => momentIn({ ...property, values: [Array.isArray(value) ? value[0] : value] }, zones) ?? [],
      ),
    )
  return {
    uid: foreignId(uid || `${start.at} ${subject}`),
    start,
    end: momentIn(one('dtend'), zones),
    lasts: minutesIn(one('duration')),
    ...(instance && { instance }),
    ...(one('rrule') && { rule: one('rrule')!.values[0] }),
    besides: momentsOf('rdate').slice(0, 1_000),
    without: momentsOf('exdate').slice(0, 5_000),
    told: {
      subject,
      text: tameText(textIn(one('description')?.values[0]).slice(0, most.text)).trim(),
      ...(location && { location }),
      isCancelled: isCalledOff || /^cancel/i.test(line(one('status'))),
      ...(many('categories').some(({ values }) => values.some((value) => /^call$/i.test(textIn(value)))) && { isCall: true }),
      ...(one(pathProperty) && { path: line(one(pathProperty)) }),
      ...(organizer && { organizer }),
      guests: many('attendee')
        .slice(0, most.guests)
        .flatMap((property) => guestOf(property) ?? []),
    },
  }
}

const line = (property: Property | undefined) => tameLine(textIn(property?.values[0]).slice(0, 500))

function guestOf(property: Property | undefined): Guest | undefined {
  if (!property) return undefined
  const address = /^(?:mailto:)?([^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+)$/i.exec(line(property))?.[1] ?? paramOf(property, 'email')
  const name = tameLine(paramOf(property, 'cn') ?? '').slice(0, 100)
  return address ? { address: address.toLowerCase(), ...(name && !name.includes('@') && { name }) } : undefined
}

/** Minutes of a DURATION; none that is longer than a year. */
function minutesIn(property: Property | undefined): number | undefined {
  const said = /^P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,6}S)?)?$/.exec(
    textIn(property?.values[0]),
  )
  if (!said) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = said.slice(1).map((part) => Number(part ?? 0))
  return Math.min(((weeks * 7 + days) * 24 + hours) * 60 + minutes, 366 * 1440)
}
