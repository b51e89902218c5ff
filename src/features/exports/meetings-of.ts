import type { Guest } from '../../records/calendar/event.ts'
import { eventUid } from '../../records/calendar/event-uid.ts'
import type { Meeting } from '../../records/calendar/write-events.ts'
import type { Problem } from '../../records/problem.ts'
import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import { openBeside } from '../../workspace/query/open-beside.ts'
import { type Kept, listRecords, readTeam } from '../../workspace/records.ts'
import { inOrder } from '../../workspace/tree.ts'

type Asked = { customer?: string | undefined; all: boolean; emailOf: (person: string) => string | undefined; people: People }

/** The meetings of a calendar: calls and meetings that are planned, or all of them, by their time; and what is wrong in files that were read. */
export function meetingsOf(place: Place, { customer, all, ...hands }: Asked): { meetings: Meeting[]; problems: Problem[] } {
  const team = readTeam(place)
  const { records, problems } = listRecords(place, 'activity', { team, ...(customer && { customer }) })
  const around = openBeside(place, team)
  const meetings = records
    .filter(({ value: { type, status } }) => (type === 'meeting' || type === 'call') && (all || status === 'planned'))
    .map((record) => meetingOf(record, around.beside('contact', record.customer ?? '_unassigned'), hands))
    .sort((a, b) => inOrder(a.start, b.start) || inOrder(a.path, b.path))
  return { meetings, problems: [...problems, ...around.problems()] }
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
