import { dayIn, instantOf } from '../../../records/days/calendar.ts'
import { type Around, type Deed, isDay, minutesFrom, type Paper, textIn } from './deed.ts'
import type { Member } from './read-members.ts'
import { daysBefore, soonAfter, workingMinute } from './working-hours.ts'

type Logged = Deed & { on: string; participants: readonly string[]; deal: string | undefined }

/** Minutes that something took when its file does not say when it ended. */
const usual: Record<string, number> = { call: 20, meeting: 45, email: 2, chat: 5, note: 1 }

/**
 * When the files of one customer came: activities as they were logged, a deal on the day it was opened, a contact before the
 * first talk with them, the customer before all of that. The customer's deed is the first; what has no day comes with it.
 */
export function dateCustomer(customer: string, papers: readonly Paper[], around: Around): Deed[] {
  const home = papers.find(({ kind }) => kind === 'customer')
  const owner = around.members.of(home && textIn(home, 'owner'))
  const activities = papers.filter(({ kind }) => kind === 'activity').map((paper) => logActivity(customer, paper, owner, around))
  const deals = papers.filter(({ kind }) => kind === 'deal')
  const begun = papers.flatMap((paper) => begin(customer, paper, { activities, deals, owner, around }) ?? [])
  const known = [...activities, ...begun].toSorted(byTime)
  const first = known[0] ? minutesFrom(known[0].at, -6) : new Date(0)
  const dated = new Set(known.map(({ path }) => path))
  const rest = papers
    .filter(({ path }) => !dated.has(path))
    .map((paper, n) => come(paper, customer, { at: paper === home ? first : minutesFrom(first, 1 + Math.min(n, 3)), by: owner }))
  return [...rest, ...known]
}

function logActivity(customer: string, paper: Paper, owner: Member, { members, draw, until, today }: Around): Logged {
  const { path, data } = paper
  const by = data['by'] === undefined ? owner : members.of(data['by'])
  const date = textIn(paper, 'date') ?? today
  const ends = textIn(paper, 'ends')
  const type = textIn(paper, 'type') ?? 'note'
  const begins = instantOf(date, by.zone)
  const ended = ends ? instantOf(ends, by.zone) : minutesFrom(begins, usual[type] ?? 10)
  const noticed = date.length === 10 ? workingMinute(date, by, path, draw) : soonAfter(ended, by, path, draw)
  const planned = textIn(paper, 'status') === 'planned' || begins > until
  const at = planned ? workingMinute(daysBefore(today, 1 + draw(`planned ${path}`, 4)), by, path, draw) : noticed
  return {
    at,
    by,
    action: 'log',
    subject: `${customer}: ${type}, ${textIn(paper, 'subject') ?? type}`,
    path,
    day: dayIn(by.zone, at),
    on: date.slice(0, 10),
    participants: Array.isArray(data['participants']) ? data['participants'].map(String) : [],
    deal: textIn(paper, 'deal'),
  }
}

type Beside = { activities: readonly Logged[]; deals: readonly Paper[]; owner: Member; around: Around }

const byTime = (a: Deed, b: Deed) => a.at.getTime() - b.at.getTime()

/** A contact, a deal or a dated paper of a customer; undefined where nothing says when it came. */
function begin(customer: string, paper: Paper, beside: Beside): Deed | undefined {
  const { activities, deals, owner, around } = beside
  if (paper.kind === 'activity' || paper.kind === 'customer') return undefined
  const earliest = (fits: (one: Logged) => boolean) => activities.filter(fits).toSorted(byTime)[0]
  if (paper.kind === 'contact') {
    const names = [paper.slug, textIn(paper, 'email')]
    const met = earliest(({ participants }) => participants.some((name) => names.includes(name)))
    const sold = deals.find((deal) => textIn(deal, 'primary_contact') === paper.slug)
    const first = [met, sold && begin(customer, sold, beside)].flatMap((one) => one ?? []).toSorted(byTime)[0]
    return first && come(paper, customer, { at: minutesFrom(first.at, -2), by: first.by })
  }
  const by = paper.data['owner'] === undefined ? owner : around.members.of(firstOwner(paper, around))
  const opened = [textIn(paper, 'opened'), textIn(paper, 'date'), textIn(paper, 'added'), textIn(paper, 'on')].find(isDay)
  const talked = paper.kind === 'deal' ? earliest(({ deal }) => deal === paper.slug) : undefined
  const named = opened && workingMinute(opened.slice(0, 10), by, paper.path, around.draw)
  const before = talked && minutesFrom(talked.at, -1)
  const at = named && before ? (named < before ? named : before) : (named ?? before)
  return at ? come(paper, customer, { at, by }) : undefined
}

/** Who had a record at first: owners change, and that is a change like others. */
const firstOwner = (paper: Paper, { changes }: Around) => changes.get(paper.path)?.get('owner')?.[0]?.value ?? paper.data['owner']

function come(paper: Paper, customer: string, { at, by }: { at: Date; by: Member }): Deed {
  const kind = paper.kind === 'customer' || paper.kind === 'contact' || paper.kind === 'deal' ? paper.kind : undefined
  const name = textIn(paper, 'name') ?? paper.slug
  const what = kind ? `new ${kind} ${name}` : `new ${paper.kind ?? 'file'} ${paper.slug}`
  return {
    at,
    by,
    action: kind ? `${kind} new` : 'save',
    subject: `${customer}: ${what}`,
    path: paper.path,
    day: dayIn(by.zone, at),
  }
}
