import { styleText } from 'node:util'
import { type Proposal, withoutEcho } from '../../features/activities/propose-changes.ts'
import { dayIn, instantOf, minuteIn } from '../../records/days/calendar.ts'
import type { Row } from '../../records/row.ts'
import { sayValue } from '../../records/say-value.ts'
import type { Column } from '../terminal/table.ts'
import { sayDay } from '../terminal/words.ts'

type Here = { today: string; zone: string }

/** What a list of activities shows of each. */
export function activityColumns(rows: readonly Row<'activity'>[], here: Here): Column<Row<'activity'>>[] {
  const isOne = new Set(rows.map(({ customer }) => customer)).size === 1
  return [
    { heading: 'when', cell: ({ date }) => sayWhen(date, here) },
    { heading: 'customer', cell: ({ customer }) => (isOne ? '' : (customer ?? '')) },
    { heading: 'what', cell: ({ type, status }) => (status && status !== 'done' ? `${type} ${status}` : type) },
    { heading: 'subject', prose: true, most: 50, cell: ({ subject }) => subject },
    { heading: 'with', prose: true, most: 24, cell: ({ participants }) => (participants ?? []).join(', ') },
    { heading: 'deal', spare: true, cell: ({ deal }) => deal ?? '' },
    { heading: 'by', cell: ({ by }) => by ?? '' },
    { heading: 'activity', spare: true, cell: ({ slug }) => styleText('dim', slug) },
  ]
}

/** One activity: what it was, its facts, its text. */
export function sayActivity(row: Row<'activity'>, text: string, here: Here): string {
  const { slug: _, path, customer, type, subject, date, ends, status, ...rest } = row
  const facts: [string, string][] = [
    ['what', [type, status !== 'done' && status].filter(Boolean).join(', ')],
    ['when', [sayWhen(date, here), ends && `to ${sayWhen(ends, here)}`].filter(Boolean).join(' ')],
    ['customer', customer ?? ''],
    ...Object.entries(rest).map(([key, value]): [string, string] => [key === 'participants' ? 'with' : key, sayFact(value)]),
  ]
  const shown = facts.filter(([, value]) => value)
  const width = Math.max(...shown.map(([key]) => key.length))
  const lines = shown.map(([key, value]) => `${styleText('dim', key.padEnd(width))}  ${value}`)
  return [`${styleText('bold', subject)}\n${styleText('dim', path)}`, lines.join('\n'), text].filter(Boolean).join('\n\n')
}

const sayFact = (value: unknown) => (value === undefined || value === null || value === '' ? '' : sayValue(value))

/** When something was, on the clock of the person who asks: yesterday 15:00. */
export function sayWhen(date: string, { today, zone }: Here): string {
  if (date.length <= 10) return sayDay(date, today)
  const at = instantOf(date, zone)
  return `${sayDay(dayIn(zone, at), today)} ${minuteIn(zone, at).slice(11)}`
}

/** The moment that --at was read as: the day in full, so that a slip is seen. */
export const sayMoment = (date: string, here: Here) => {
  const at = date.length > 10 ? minuteIn(here.zone, instantOf(date, here.zone)) : date
  const near = sayWhen(date, here)
  return `When: ${at.replace('T', ' ')} (${near}${date.length > 10 ? `, ${here.zone}` : ''})`
}

/** What follows from an activity, a line each, and how to have it. A day stands in the line of its step. */
export function sayProposals({ proposals, applied }: { proposals: readonly Proposal[]; applied?: boolean }): string {
  const lines = withoutEcho(proposals).map(({ path, said }) => `  ${said}  ${styleText('dim', path)}`)
  if (lines.length === 0) return ''
  return applied ? ['Applied:', ...lines].join('\n') : ['This follows; dossier accept applies it:', ...lines].join('\n')
}
