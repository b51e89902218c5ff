import { readActivityName } from '../../../records/file-name.ts'
import { isDone } from '../../../records/kinds/activity.ts'
import { slugInPath } from '../../../records/kinds.ts'
import type { Kept } from '../../../workspace/records.ts'
import { apart, type Item } from '../item.ts'
import { lineOf, placeOf } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'

/** Half of an activity's worth is gone after so many days. */
const half = 30

const dayNumber = (day: string) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000

/** How much something still counts by its day: 1 today and for what is to come, a half after a month, a third after two. */
export const recencyOf = (day: string, today: string) => half / (half + Math.max(0, dayNumber(today) - dayNumber(day)))

/** What was said and done, oldest first: when, what, who and about what; then what came of it and what was said. */
export function gatherActivities(gathering: Gathering): Item[] {
  const { activities, older, today } = gathering
  const open = new Set(gathering.openDeals.map(({ slug }) => slug))
  const last = findLast(gathering)
  const items = activities.map((activity) => {
    const { value } = activity
    const worth = value.status === 'cancelled' ? 0.3 : value.type === 'note' ? 0.8 : 1
    const related = value.deal !== undefined && open.has(value.deal) ? 1.5 : 1
    return {
      ...itemOf(activity, gathering),
      value: 2 * worth * related * recencyOf(value.date, today) * (activity === last ? 6 : 1),
    }
  })
  return [...older.map((path) => unread(path, gathering)), ...items]
}

/** The newest activity that took place. */
const findLast = ({ activities, today }: Gathering) =>
  activities.findLast(({ value }) => isDone(value) && value.type !== 'note' && value.date.slice(0, 10) <= today) ??
  activities.at(-1)

function itemOf(activity: Kept<'activity'>, { clean, nameOf, said, today }: Gathering): Omit<Item, 'value'> {
  const { path, value, read } = activity
  const field = (name: string) => placeOf(activity, read.sheet.data[name] == null ? 'date' : name)
  const outcome = value.outcome ? apart([{ text: clean.line(`outcome: ${value.outcome}`), sources: [field('outcome')] }]) : []
  const status = value.status ?? (value.date.slice(0, 10) > today ? 'planned' : 'done')
  const day = value.date.slice(0, 16).replace('T', ' ')
  return {
    section: 'activities',
    path,
    first: {
      text: clean.line(
        `${day} ${value.type}${status === 'done' ? '' : ` (${status})`}${sayWho(value, nameOf)}: ${value.subject}`,
      ),
      sources: [field('subject')],
    },
    more: [
      ...outcome,
      ...(said.get(path) ?? []).map((passage) => {
        const { text, ...rest } = lineOf(path, passage)
        return { ...rest, text: passage.quoted ? `(quoted mail) ${text}` : text, paragraph: passage.paragraph }
      }),
    ],
  }
}

/** Who spoke to whom. */
export function sayWho({ by, participants = [], direction }: Kept<'activity'>['value'], nameOf: Gathering['nameOf']): string {
  const ours = by ? nameOf(by) : ''
  const others = participants.map(nameOf).filter((name) => name !== ours)
  const [theirs, more] = [others.slice(0, 4).join(', '), others.length > 4 ? ` and ${others.length - 4} more` : '']
  if (!theirs) return ours ? `, ${ours}` : ''
  if (direction === 'inbound') return `, ${theirs}${more}${ours ? ` to ${ours}` : ''}`
  if (direction === 'outbound' && ours) return `, ${ours} to ${theirs}${more}`
  return `, ${ours ? `${ours} ` : ''}with ${theirs}${more}`
}

/** What the name of a file says; the file itself is not opened. */
function unread(path: string, { clean, today }: Gathering): Item {
  const slug = slugInPath(path)
  const { date = '', type = '', subject = slug } = readActivityName(slug) ?? {}
  const text = clean.line(`${[date.slice(0, 16).replace('T', ' '), type].filter(Boolean).join(' ')}: ${subject}`)
  return {
    section: 'activities',
    path,
    first: { text, sources: [{ path, line: 1 }] },
    more: [],
    value: /^\d{4}-\d{2}-\d{2}/.test(date) ? recencyOf(date, today) : 0.01,
    note: 'too old to be read for this budget; only its name is known',
  }
}
