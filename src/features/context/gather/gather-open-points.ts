import { addDays } from '../../../records/days/calendar.ts'
import { tellContact } from '../../../records/kinds/contact.ts'
import type { Task } from '../../../records/kinds/task.ts'
import type { Passage } from '../../../records/text/read-passages.ts'
import type { Kept } from '../../../workspace/records.ts'
import type { Item } from '../item.ts'
import { findPromises, type Told } from '../judge/find-promises.ts'
import { weighObjection } from '../judge/weigh-objection.ts'
import { recencyOf } from './gather-activities.ts'
import { lineOf, placeOf } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'
import { dayOf, isPast } from './read-talk.ts'

/** A promise that is older than so many days is not told as open. */
const promised = 60

/** Objections are told for so long, and at most so many. */
const [objected, most] = [180, 40]

/** What weighs less is no objection. */
const sure = 0.45

/** What one of us gave their word on and no file shows as done; that there is nothing, where no task is open either. */
export function gatherPromises({ customer, activities, said, clean, nameOf, today }: Gathering, tasks: readonly Task[]): Item[] {
  const since = addDays(today, -promised)
  const recent = activities.filter((activity) => isPast(activity, today) && dayOf(activity) >= since)
  const byPath = new Map(recent.map((activity) => [activity.path, activity]))
  const found = findPromises(
    recent.map((activity) => toldOf(activity, said.get(activity.path) ?? [])),
    tasks,
    since,
  )
  const items = found.map(({ told: { path, day }, text, line }): Item => {
    const { by } = byPath.get(path)!.value
    return {
      section: 'next',
      path,
      first: {
        text: clean.line(`promised ${day}${by ? ` by ${nameOf(by)}` : ''}, and nothing later shows it done: ${quote(text)}`),
        sources: [{ path, line }],
      },
      more: [],
      value: 3 * (0.4 + recencyOf(day, today)),
      day,
    }
  })
  if (items.length > 0 || tasks.some(({ done }) => !done)) return items
  const nothing = { text: 'no task is open, and nothing that we promised is seen undone', sources: [placeOf(customer, 'name')] }
  return [{ section: 'next', path: customer.path, first: nothing, more: [], value: 4 }]
}

const quote = (text: string) => `“${text}”`

function toldOf({ path, value }: Kept<'activity'>, said: readonly Passage[]): Told {
  const { type, direction, subject, participants = [], outcome } = value
  const voice = type === 'email' && direction !== 'internal' ? (direction === 'outbound' ? 'ours' : 'theirs') : 'notes'
  const passages = said.map(({ text, line, part }) => ({ text, line, own: part === 'own' }))
  const ends = outcome ? [{ text: outcome, line: 1, own: true }] : []
  return {
    path,
    day: value.date.slice(0, 10),
    subject,
    voice,
    others: participants,
    passages: [...passages, ...(voice === 'notes' ? ends : [])],
  }
}

/** What stands against us, in the words of the files, oldest first; whom we are up against; that nothing is known, where no file says. */
export function gatherCompetition(gathering: Gathering): Item[] {
  const { activities, contacts, said, today, openDeals, clean, nameOf } = gathering
  const since = addDays(today, -objected)
  const open = new Set(openDeals.map(({ slug }) => slug))
  const rivals = [...new Set(openDeals.flatMap(({ value }) => value.competitors ?? []))]
  const found = activities
    .filter((activity) => isPast(activity, today) && dayOf(activity) >= since)
    .filter(({ value }) => !(value.type === 'email' && value.direction === 'outbound'))
    .flatMap((activity) =>
      (said.get(activity.path) ?? []).flatMap((passage) => {
        if (passage.part !== 'own') return []
        const degree = weighObjection(passage.text)
        const named = rivals.filter((rival) => isNamed(passage.text, rival))
        return degree < sure && named.length === 0
          ? []
          : [{ activity, passage, degree: Math.min(1, degree + 0.3 * named.length) }]
      }),
    )
    .map(({ activity, passage, degree }): Item => {
      const { path, value } = activity
      const theirs = (value.participants ?? []).filter((one) =>
        contacts.some(({ slug, value: contact }) => tellContact(slug, contact)(one)),
      )
      const who = theirs.map(nameOf).slice(0, 3).join(', ')
      const from = value.direction === 'internal' || !who ? '' : value.direction === 'inbound' ? `, ${who}` : `, with ${who}`
      const day = dayOf(activity)
      const related = value.deal !== undefined && open.has(value.deal) ? 1.5 : 1
      return {
        section: 'competition',
        path,
        first: { ...lineOf(path, passage), text: clean.line(`${day}${from}: ${quote(lineOf(path, passage).text)}`) },
        more: [],
        value: 4 * degree * related * recencyOf(day, today) * (value.direction === 'internal' ? 0.5 : 1) * fullness(passage.text),
        day,
      }
    })
  const kept = new Set([...found].sort((a, b) => b.value - a.value).slice(0, most))
  return [...competitors(gathering), ...(found.length > 0 ? found.filter((one) => kept.has(one)) : [none(gathering)])]
}

/** Value is weighed by cost: a sentence of some length says more than its beginning. */
const fullness = (text: string) => Math.min(1.6, 0.5 + text.length / 150)

/** Whether a sentence names somebody; a slug's hyphens may be spaces there. */
const isNamed = (text: string, name: string) => {
  const said = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return said.includes(` ${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `)
}

const none = ({ customer, activities }: Gathering): Item => ({
  section: 'competition',
  path: customer.path,
  first: {
    text: 'no objection is recorded',
    sources: [activities.at(-1) ? placeOf(activities.at(-1)!, 'subject') : placeOf(customer, 'name')],
  },
  more: [],
  value: 5,
})

function competitors({ openDeals, clean }: Gathering): Item[] {
  const item = (path: string, text: string, sources: Item['first']['sources']): Item => ({
    section: 'competition',
    path,
    first: { text: clean.line(text), sources },
    more: [],
    value: 6,
  })
  const known = openDeals.filter(({ value }) => value.competitors?.length || value.meddpicc?.competition)
  if (known.length === 0)
    return openDeals.length === 0
      ? []
      : openDeals.slice(0, 1).map((deal) => item(deal.path, 'no competitor is recorded', [placeOf(deal, 'stage')]))
  return known.flatMap((deal) => {
    const { name, competitors: named = [] } = deal.value
    if (named.length === 0) return []
    return [item(deal.path, `competitors in ${name}: ${named.join(', ')}`, [placeOf(deal, 'competitors')])]
  })
}
