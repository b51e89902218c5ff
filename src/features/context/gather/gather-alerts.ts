import type { Place } from '../../../workspace/place.ts'
import { type Kept, readAll } from '../../../workspace/records.ts'
import { readSheet } from '../../../workspace/sheet.ts'
import { customerIn, namesIn } from '../../../workspace/tree.ts'
import { withinFolder } from '../../../workspace/within.ts'
import { apart, type Item } from '../item.ts'
import { recencyOf } from './gather-activities.ts'
import { placeOf } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'

const folder = 'reporting/pulse'

/** So many alerts are all looked at; of more, those whose names say that they may be about the customer. */
const few = 200

const worth = { high: 5, medium: 3, low: 2 }

/** What the team's rules noticed about a customer and is not over: oldest first. What is wrong in their files joins the gathering's problems. */
export function gatherAlerts(place: Place, gathering: Gathering): Item[] {
  const { slug } = gathering.customer
  const names = namesIn(place, folder, (entry) => entry.isFile() && entry.name.endsWith('.yaml'))
  const own = names.length > few ? names.filter((name) => name.startsWith(`${slug}-`) || name.startsWith('digest-')) : names
  const paths = withinFolder(
    place,
    folder,
    own.map((name) => `${folder}/${name}`),
  ).filter((path) => isNamedIn(place, path, slug))
  const { records, problems } = readAll(place, 'episode', paths)
  gathering.problems.push(...problems)
  return records
    .filter((episode) => isOpen(episode) && isAbout(episode, slug))
    .sort((a, b) => (a.value.since < b.value.since ? -1 : a.value.since > b.value.since ? 1 : a.path < b.path ? -1 : 1))
    .map((episode) => itemOf(episode, gathering))
}

/** Whether a file says the slug at all: most do not, and need not be parsed to know that. */
function isNamedIn(place: Place, path: string, slug: string): boolean {
  const read = readSheet(place, path)
  return 'sheet' in read && read.sheet.text.includes(slug)
}

/** Somebody's own rule is their own business. */
const isOpen = ({ value }: Kept<'episode'>) =>
  (value.status === 'open' || value.status === 'acknowledged') && value.personal === undefined

const isAbout = ({ value: { customer, subject, subjects = [] } }: Kept<'episode'>, slug: string) =>
  (customer ?? customerIn(subject)) === slug || subjects.some((path) => customerIn(path) === slug)

function itemOf(episode: Kept<'episode'>, { clean, nameOf, today }: Gathering): Item {
  const { rule, what, because, since, status, urgency, for: whom, subject, subjects } = episode.value
  const said = [
    `since ${since}`,
    whom.length > 0 && `for ${whom.map(nameOf).join(', ')}`,
    status === 'acknowledged' && 'acknowledged',
  ]
  const about = subjects === undefined && !subject.endsWith('/customer.md') ? ` about ${subject.replace(/^.*\/|\.md$/g, '')}` : ''
  const has = (name: string) => episode.read.sheet.data[name] != null
  const first = `${urgency} alert: ${(what ?? because).replace(/\.\s*$/, '')} (${said.filter(Boolean).join(', ')})`
  const why = `rule ${rule}${about}${subjects === undefined ? `, because ${because}` : ''}`
  return {
    section: 'noticed',
    path: episode.path,
    first: {
      text: clean.line(first),
      sources: [what ? 'what' : 'because', 'since', ...(whom.length > 0 && has('for') ? ['for'] : [])].map((name) =>
        placeOf(episode, name),
      ),
    },
    more: apart([
      { text: clean.line(why, placeOf(episode, 'because')), sources: [placeOf(episode, 'rule'), placeOf(episode, 'because')] },
    ]),
    value: worth[urgency] * (0.4 + 0.6 * recencyOf(since, today)),
    day: since,
  }
}
