import { addDays, dayIn, instantOf, minuteIn } from '../../../records/days/calendar.ts'
import { readActivityName } from '../../../records/file-name.ts'
import { tellContact } from '../../../records/kinds/contact.ts'
import { type Kept, readAll } from '../../../workspace/records.ts'
import { customerIn, recordPaths } from '../../../workspace/tree.ts'
import { openNames } from '../gather/names.ts'
import type { Item, Line } from '../item.ts'
import type { Overview } from './overview.ts'
import { amountPlace, type JudgedDeal, sayDealAmount } from './tell-deals.ts'
import { asManyAsFit, placeOfKey, tellFacts, together } from './tell-facts.ts'
import { stateOf } from './tell-health.ts'

/** The meetings of somebody's next days that are still to be held, in the order of their hours: when, who, what about, and how the account stands. */
export function tellMeetings(overview: Overview, judged: readonly JudgedDeal[], until: string): Item[] {
  return findPlanned(overview, until).map((meeting): Item => {
    const { value, path, customer = '' } = meeting
    const { clean, called, zone } = overview
    const contacts = overview.beside('contact', customer)
    const nameOf = openNames(contacts, overview.people)
    const at = minuteIn(zone, instantOf(value.date, zone)).slice(0, 16).replace('T', ' ')
    const written = value.date.slice(0, 16).replace('T', ' ')
    const here = value.date.length > 10 && at !== written ? ` (${at} in ${zone})` : ''
    const others = value.participants ?? []
    const facts: Line[] = [
      {
        text: clean.line(`${written}${here} ${value.type}, ${value.subject}`),
        sources: asManyAsFit(overview, [placeOfKey(meeting, 'subject'), placeOfKey(meeting, 'date')]),
      },
      ...(others.length > 0
        ? [{ text: clean.line(`with ${others.map(nameOf).join(', ')}`), sources: [placeOfKey(meeting, 'participants')] }]
        : []),
    ]
    const present = contacts.filter((contact) => others.some(tellContact(contact.slug, contact.value)))
    const about = judged.filter((deal) => deal.customer === customer)
    return {
      section: 'meetings',
      path,
      ...tellFacts(overview, called(customer), facts, [
        ...about.flatMap((deal) => dealLines(overview, deal)),
        ...stateOf(overview, customer),
        ...present.map((contact) => contactLine(overview, contact)),
      ]),
      value: 16,
    }
  })
}

/** Their planned activities from today to a day; names of files, which begin with a day, say which need to be read. */
function findPlanned({ place, team, customers, today, zone, isTheirs, where }: Overview, until: string): Kept<'activity'>[] {
  const near = recordPaths(place, 'activity').filter((path) => {
    const day = readActivityName(path)?.date.slice(0, 10)
    return (
      (day === undefined || (day >= addDays(today, -1) && day <= addDays(until, 1))) &&
      (!where || customers.has(customerIn(path) ?? ''))
    )
  })
  const hour = ({ value }: Kept<'activity'>) => instantOf(value.date, zone).getTime()
  return readAll(place, 'activity', near, team)
    .records.filter((one) => {
      const day = one.value.date.length > 10 ? dayIn(zone, instantOf(one.value.date, zone)) : one.value.date
      return (
        one.value.status === 'planned' &&
        day >= today &&
        day <= until &&
        isTheirs(one.value.by ?? customers.get(one.customer ?? '')?.value.owner)
      )
    })
    .sort((a, b) => hour(a) - hour(b) || (a.path < b.path ? -1 : 1))
}

function dealLines(overview: Overview, one: JudgedDeal): Line[] {
  const { deal, record } = one
  const { stage, close_date: closes } = deal
  const at = (key: string) => [placeOfKey(record, key)]
  return together(overview, [
    { text: overview.clean.line(`open deal ${deal.name}, ${sayDealAmount(one)}`), sources: [amountPlace(one)] },
    ...(stage ? [{ text: overview.clean.line(`stage ${stage}`), sources: at('stage') }] : []),
    ...(closes ? [{ text: `closes ${closes}`, sources: at('close_date') }] : []),
  ])
}

function contactLine({ clean }: Overview, contact: Kept<'contact'>): Line {
  const { name, title, role } = contact.value
  return {
    text: clean.line(`${name}${title ? `, ${title}` : ''}${role ? ` (${role})` : ''}`),
    sources: ['name', ...(title ? ['title'] : []), ...(role ? ['role'] : [])].map((key) => placeOfKey(contact, key)),
  }
}
