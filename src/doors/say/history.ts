import { styleText } from 'node:util'
import type { FieldChange, RecordChange } from '../../features/history/compare-records.ts'
import type { DayOfActivities, Event } from '../../features/history/tell-history.ts'
import { sayFieldChange, sayValue } from '../../records/say-value.ts'
import { sayDay } from '../terminal/words.ts'
import { hang } from './hang.ts'

type History = {
  called: string
  field?: string
  events: Event[]
  total: number
  activities: DayOfActivities[]
  today: string
}

/** What happened to a record, newest first: a head for each commit, a line for each thing it changed. */
export function sayHistory({ called, field, events, activities, today }: History): string {
  const parts = [
    ...events.map((event) => ({ day: event.day, text: sayEvent(event, today) })),
    ...activities.map((day) => ({ day: day.day, text: sayActivityDay(day, today) })),
  ]
  if (parts.length === 0)
    return field === undefined ? `Nothing is known of ${called} in that time.` : `${field} has not changed in that time.`
  return parts
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .map(({ text }) => text)
    .join('\n')
}

function sayEvent({ at, day, by, action, because, subject, commit, changes }: Event, today: string): string {
  const why = because && because !== `asked by ${by}` ? `${action}: ${because}` : (action ?? subject)
  const head = [styleText('bold', `${sayDay(day, today)} ${at.slice(11, 16)}`), by, why, styleText('dim', commit.slice(0, 7))]
  return [head.join('  '), ...changes.flatMap((change) => sayRecordChange(change))].join('\n')
}

function sayActivityDay({ day, added, changed, removed }: DayOfActivities, today: string): string {
  const said = [
    added > 0 && `${count(added, 'activity')} logged`,
    changed > 0 && `${count(changed, 'activity')} changed`,
    removed > 0 && `${count(removed, 'activity')} removed`,
  ]
  return `${styleText('bold', sayDay(day, today))}  ${said.filter(Boolean).join(', ')}`
}

const count = (n: number, noun: string) => `${n} ${n === 1 ? noun : noun.replace(/y$/, 'ies')}`

/** What tells most about a record that is new. */
const telling = ['type', 'stage', 'amount', 'currency', 'close_date', 'title', 'role', 'email', 'domain', 'owner', 'date']

/** What became of one record, a line for each of its fields, set in. */
function sayRecordChange({ what, kind, slug, path, moved, fields, notes, unread }: RecordChange): string[] {
  const called =
    kind === 'customer' ? `customer ${slug}` : kind === 'file' ? path.replace(/^customers\/[^/]+\//, '') : `${kind} ${slug}`
  const lines = unread ? ['its front matter cannot be read'] : fields.map(sayChangeOf)
  if (notes)
    lines.push(
      `notes: ${[notes.added && `+${notes.added}`, notes.removed && `-${notes.removed}`].filter(Boolean).join(' ')} ${notes.added + notes.removed === 1 ? 'line' : 'lines'}`,
    )
  if (what === 'added') return [hang('  new ', `${called}${sayMost(fields, ({ to }) => to)}`)]
  if (what === 'removed') return [hang('  ', `${called} removed${sayMost(fields, ({ from }) => from)}`)]
  const where = moved && ('to' in moved ? ` went to ${moved.to}` : ` came from ${moved.from}`)
  if (where) return [`  ${called}${where}`, ...lines.map((line) => hang('    ', line))]
  if (lines.length === 0) return [`  ${called}  ${kind === 'file' || kind === 'document' ? 'changed' : 'comments'}`]
  return lines.map((line, n) => hang(`  ${n === 0 ? called : ' '.repeat(called.length)}  `, line))
}

const sayChangeOf = ({ field, from, to }: FieldChange) => sayFieldChange(field, from, to)

function sayMost(fields: readonly FieldChange[], side: (change: FieldChange) => unknown): string {
  const told = telling.flatMap((name) => fields.filter(({ field }) => field === name))
  return told.length > 0
    ? `: ${told
        .slice(0, 5)
        .map((change) => `${change.field} ${sayValue(side(change), 40)}`)
        .join(', ')}`
    : ''
}

type Diff = {
  called: string
  since: { commit: string; committed: string; said?: string }
  records: RecordChange[]
  activities: { what: RecordChange['what']; type?: string }[]
}

/** What is different about a customer since a time. */
export function sayDiff({ called, since, records, activities }: Diff): string {
  const commit = `commit ${since.commit.slice(0, 7)} of ${since.committed}`
  const head = styleText('bold', `${called} since ${since.said === undefined ? commit : `${since.said} (${commit})`}`)
  const logged = Object.entries(
    Object.groupBy(
      activities.filter(({ what }) => what === 'added' || what === 'moved'),
      ({ type = 'other' }) => type,
    ),
  )
  const others = activities.filter(({ what }) => what === 'changed' || what === 'removed').length
  const kinds = logged
    .map(([type, some]) => `${some!.length} ${type}${some!.length === 1 || /^(?:other|chat)$/.test(type) ? '' : 's'}`)
    .join(', ')
  const total = logged.reduce((sum, [, some]) => sum + some!.length, 0)
  const lines = [
    ...records.flatMap((change) => sayRecordChange(change)),
    ...(total > 0 ? [`  ${count(total, 'activity')} logged: ${kinds}`] : []),
    ...(others > 0 ? [`  ${count(others, 'activity')} changed or removed`] : []),
  ]
  return [head, ...(lines.length > 0 ? lines : ['  Nothing is different.'])].join('\n')
}

/** What a history does not tell: what is above the limit, and what lies before the commits this clone has. */
export function sayUntold({
  events,
  total,
  historyBegins,
  isCut,
}: {
  events: unknown[]
  total: number
  historyBegins: string | null
  isCut: boolean
}): string {
  const more = total - events.length
  return [
    more > 0 ? `${more} older ${more === 1 ? 'commit' : 'commits'}: --limit ${total} tells all.` : '',
    isCut && more === 0 ? `History begins ${historyBegins} in this clone; git fetch --unshallow brings what lies before.` : '',
  ]
    .filter(Boolean)
    .join('\n')
}
