import type { CalendarEvent } from '../../records/calendar/event.ts'
import { eventUid } from '../../records/calendar/event-uid.ts'
import { instantOf } from '../../records/days/calendar.ts'
import { kindOf } from '../../records/kinds.ts'
import { askCustomer } from './ask-customer.ts'
import { type Chosen, chooseByAddress } from './choose-customer.ts'
import { fileActivity, filedBefore } from './file-activity.ts'
import type { Content, FilePlan, Hands, Step } from './intake.ts'
import { nameGuests } from './name-guests.ts'

type Told = Pick<FilePlan, 'steps' | 'questions' | 'notes'>
type Read = Pick<Extract<Content, { is: 'calendar' }>, 'events' | 'troubles'>

/** Decides where the meetings of a calendar go. Of a whole calendar, those that name nobody from outside are passed over. */
export function planMeetings({ events, troubles }: Read, hands: Hands): Told {
  const told: Told = { steps: [], questions: [], notes: [...troubles] }
  const isOne = new Set(events.map(({ uid }) => uid)).size === 1
  const asked = new Map<string, { chosen: Extract<Chosen, { candidates: string[] }>; events: CalendarEvent[] }>()
  let passed = 0
  for (const event of events) {
    const source = `ical:${event.uid}${event.instance ? `/${event.instance}` : ''}`
    const before = filedBefore(source, event.subject, hands) ?? exportedFrom(event, hands)
    if (before) {
      told.steps.push(moveFiled(event, source, before, hands))
      continue
    }
    const chosen = choose(event, hands)
    if ('candidates' in chosen) {
      if (!isOne && chosen.candidates.length === 0 && !namesStrangers(event, hands)) passed++
      else {
        const { events: others } = asked.get(event.uid) ?? { events: [] }
        asked.set(event.uid, { chosen, events: [...others, event] })
      }
      continue
    }
    told.steps.push(...fileMeeting(event, source, chosen, told.notes, hands))
  }
  if (passed > 0)
    told.notes.push(
      `${passed} ${passed === 1 ? 'event names' : 'events name'} nobody from outside, and ${passed === 1 ? 'is' : 'are'} left out`,
    )
  for (const { chosen, events: others } of asked.values()) {
    const { subject, start } = others[0]!
    told.questions.push(
      askCustomer(`"${subject.slice(0, 60)}" of ${start.slice(0, 10)}: ${chosen.why}`, chosen.candidates, hands),
    )
  }
  return { ...told, notes: [...new Set(told.notes)] }
}

const guestsOf = ({ organizer, guests }: CalendarEvent) => [...(organizer ? [organizer] : []), ...guests]

const namesStrangers = (event: CalendarEvent, { known }: Hands) => guestsOf(event).some(({ address }) => !known.isOurs(address))

function choose(event: CalendarEvent, { known, said }: Hands): Chosen {
  if (said.customer) return { customer: said.customer, because: 'you said so' }
  const chosen = chooseByAddress([guestsOf(event).map(({ address }) => ({ address, how: 'with' }))], known)
  if ('customer' in chosen || chosen.candidates.length > 0) return chosen
  const named = known.customersIn(`in ${event.subject} ${event.location ?? ''}`)
  const [one] = named
  if (one && named.length === 1) return { customer: one.slug, because: `it names ${one.name}` }
  return named.length > 1 ? { candidates: named.map(({ slug }) => slug), why: 'it names several' } : chosen
}

const statusOf = ({ isCancelled, start }: CalendarEvent, { now, zone }: Hands) =>
  isCancelled ? 'cancelled' : instantOf(start, zone) > now ? 'planned' : 'done'

function fileMeeting(
  event: CalendarEvent,
  source: string,
  { customer, because }: { customer: string; because: string },
  notes: string[],
  hands: Hands,
): Step[] {
  const { known, filing } = hands
  const people = guestsOf(event)
  const outside = [...new Map(people.filter(({ address }) => !known.isOurs(address)).map((one) => [one.address, one])).values()]
  const guests = nameGuests(outside, customer, { known, filing, because: `invited to "${event.subject.slice(0, 60)}"` })
  notes.push(...guests.notes)
  const by = people.map(({ address }) => known.personOf(address)).find(Boolean) ?? hands.me
  const { step } = fileActivity(
    {
      customer,
      because,
      source,
      type: event.isCall ? 'call' : 'meeting',
      date: event.start,
      ...(event.ends && { ends: event.ends }),
      status: statusOf(event, hands),
      subject: event.subject,
      by,
      participants: guests.participants,
      text: event.location ? `Location: ${event.location}\n\n${event.text}` : event.text,
    },
    hands,
  )
  return [...guests.steps, step]
}

/** The activity that an event of our own export is; what it says of its path is only believed when its identity follows from it. */
function exportedFrom({ uid, path, subject }: CalendarEvent, { isThere }: Hands): Step | undefined {
  if (!path || eventUid(path) !== uid || kindOf(path) !== 'activity' || !isThere(path)) return undefined
  return { did: 'known', what: 'activity', called: subject, path, because: 'it was exported from here' }
}

/** A meeting that is filed and planned moves with its calendar; one that was held stays as it is. */
function moveFiled(event: CalendarEvent, source: string, before: Step, hands: Hands): Step {
  const there = hands.known.filedAs(source)
  if (!there || there.value.status !== 'planned') return before
  const { path, sha: from, value } = there
  const wanted = { date: event.start, ends: event.ends, status: event.isCancelled ? 'cancelled' : 'planned' }
  const isSame = (one: string, other: string) =>
    one.length === other.length ? instantOf(one, hands.zone).getTime() === instantOf(other, hands.zone).getTime() : one === other
  const changes = Object.entries(wanted).filter(([key, now]) => {
    const was = value[key as 'date' | 'ends' | 'status']
    if (now === undefined || now === was) return false
    return key === 'status' || was === undefined || !isSame(now, was)
  })
  if (changes.length === 0) return before
  for (const [key, now] of changes) hands.filing.edits.push({ do: 'set', path, from, field: [key], value: now })
  return { ...before, did: 'update', because: changes.map(([key, now]) => `${key} → ${now}`).join(', ') }
}
