import type { Guest } from '../../records/calendar/event.ts'
import { eventUid } from '../../records/calendar/event-uid.ts'
import type { Meeting } from '../../records/calendar/write-events.ts'
import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import { type Kept, listRecords, readTeam } from '../../workspace/records.ts'

type Asked = { customer?: string | undefined; all: boolean; emailOf: (person: string) => string | undefined; people: People }

/** The meetings of a calendar: calls and meetings that are planned, or all of them, by their time. */
export function meetingsOf(place: Place, { customer, all, ...hands }: Asked): Meeting[] {
  const team = readTeam(place)
  const { records } = listRecords(place, 'activity', { team, ...(customer && { customer }) })
  const contacts = new Map<string, Kept<'contact'>[]>()
  const contactsOf = (slug: string) => {
    if (!contacts.has(slug)) contacts.set(slug, listRecords(place, 'contact', { customer: slug, team }).records)
    return contacts.get(slug)!
  }
  return records
    .filter(({ value: { type, status } }) => (type === 'meeting' || type === 'call') && (all || status === 'planned'))
    .map((record) => meetingOf(record, contactsOf(record.customer ?? '_unassigned'), hands))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.path < b.path ? -1 : 1))
}

function meetingOf(
  { value, path, body }: Kept<'activity'>,
  contacts: readonly Kept<'contact'>[],
  { emailOf, people }: Omit<Asked, 'customer' | 'all'>,
): Meeting {
  const { source = '', date, ends, status = 'done', type, subject, participants = [], by } = value
  const [, uid, instance] = /^ical:(.+?)(?:\/(\d{8}(?:T\d{6}Z)?))?$/.exec(source) ?? []
  const [, location, text] = /^Location: (.+)\n(?:\n([\s\S]*))?$/.exec(`${body.trim()}\n`) ?? []
  const address = by && emailOf(by)
  return {
    uid: uid ?? eventUid(path),
    instance,
    start: date,
    ends,
    status,
    isCall: type === 'call',
    subject,
    text: (location ? (text ?? '') : body).trim(),
    location,
    organizer: address ? { address, name: people.nameOf(by) } : undefined,
    guests: participants.flatMap((name) => guestOf(name, contacts) ?? []),
    path,
  }
}

function guestOf(name: string, contacts: readonly Kept<'contact'>[]): Guest | undefined {
  if (name.includes('@')) return { address: name.toLowerCase() }
  const contact = contacts.find(({ slug }) => slug === name)?.value
  const address = contact?.email ?? contact?.emails?.[0]
  return contact && address ? { address: address.toLowerCase(), name: contact.name } : undefined
}
