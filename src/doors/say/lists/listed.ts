import { sayCount, sayMoney, sayNumber } from '../../../formulas/say-figure.ts'
import type { About } from '../../../records/kinds/query.ts'
import type { Row } from '../../../records/row.ts'
import { sayValue } from '../../../records/say-value.ts'
import type { Column } from '../../terminal/table.ts'
import { sayDay } from '../../terminal/words.ts'
import { activityColumns, sayWhen } from '../activities.ts'
import { taskColumns } from '../tasks.ts'
import { contactColumns, customerColumns, dealColumns } from './columns.ts'
import type { Sheet } from './formats.ts'

/** A list as its action answers it. */
export type Listed = {
  rows: readonly object[]
  total: number
  fields?: readonly { name: string; is?: string }[]
  picked?: readonly Record<string, unknown>[]
  noData?: { count: number; names: readonly string[] }
  unfit?: { count: number; because: string | null }
  today: string
  zone: string
}

type Line = { row: Record<string, unknown>; picked?: Record<string, unknown> }

/** How each kind is listed: its plural, what to do when there is none, and the fields of csv and tsv. */
export const kindsListed: Record<About, { plural: string; first: string; names: readonly string[] }> = {
  customer: {
    plural: 'customers',
    first: 'No customers yet. Make the first one: dossier customer new "Acme GmbH" domain=acme.com',
    names: ['slug', 'name', 'type', 'stage', 'owner', 'domain'],
  },
  contact: {
    plural: 'contacts',
    first: 'No contacts yet. Make the first one: dossier contact new acme "Jo Park" email=jo@acme.com',
    names: ['customer', 'slug', 'name', 'title', 'role', 'email'],
  },
  deal: {
    plural: 'deals',
    first: 'No deals yet. Make the first one: dossier deal new acme "Renewal 2027" amount=24000',
    names: ['customer', 'slug', 'name', 'stage', 'amount', 'currency', 'close_date', 'owner', 'next_step'],
  },
  activity: {
    plural: 'activities',
    first: 'No activities. Log the first one: dossier log call jo@acme.com "What was said"',
    names: ['customer', 'slug', 'date', 'type', 'status', 'subject', 'participants', 'deal', 'by'],
  },
  task: {
    plural: 'tasks',
    first: 'No tasks here. Write one: dossier task new acme "Send the MSA" --due fri',
    names: ['due', 'text', 'priority', 'owner', 'done', 'customer', 'path', 'line'],
  },
}

/** A list as every format writes it: with the fields that were asked for, else with those its kind usually shows. */
export function sheetOf(about: About, listed: Listed): Sheet<Line> {
  const { rows, picked, fields } = listed
  const lines = rows.map((row, n): Line => ({ row: row as Line['row'], ...(picked && { picked: picked[n]! }) }))
  const columns = fields
    ? fields.map((field) => askedColumn(field, lines, listed))
    : usualColumns(about, listed).map((column) => ({ ...column, cell: ({ row }: Line) => column.cell(row as never) }))
  return {
    rows: lines,
    columns,
    names: fields?.map(({ name }) => name) ?? kindsListed[about].names,
    valueOf: (line, name) => (line.picked ?? line.row)[name],
    idOf: ({ row }) => idOf(about, row as IdRow),
    json: (line) => line.picked ?? line.row,
  }
}

function usualColumns(about: About, { rows, today, zone }: Listed): Column<never>[] {
  if (about === 'customer') return customerColumns
  if (about === 'contact') return contactColumns
  if (about === 'deal') return dealColumns(today)
  if (about === 'activity') return activityColumns(rows as Row<'activity'>[], { today, zone })
  return taskColumns(today)
}

function askedColumn({ name, is }: { name: string; is?: string }, lines: readonly Line[], here: Listed): Column<Line> {
  const value = ({ picked }: Line) => picked?.[name] ?? null
  const found = lines.map(value).filter((one) => one !== null)
  const isFigure = found.length > 0 && found.every((one) => typeof one === 'number')
  const say = (line: Line): string => {
    const own = value(line)
    if (own === null) return ''
    if (name === 'amount' && typeof own === 'number') return sayMoney(own, line.row['currency'] as string | undefined)
    if (/(?:^|\.)revenue$/.test(name) && Number.isInteger(own)) return sayNumber(own as number)
    if (is === 'day' && typeof own === 'string') return sayDay(own, here.today)
    if (is === 'instant' && typeof own === 'string') return sayWhen(own, here)
    return sayValue(own, Infinity)
  }
  return { heading: name, cell: say, asked: true, prose: !isFigure, most: 60, right: isFigure }
}

type IdRow = { slug: string; customer?: string; path: string; line?: number }

/** What other commands take for this row; its path where its name would not be understood. */
function idOf(about: About, { slug, customer, path, line }: IdRow): string {
  if (about === 'task') return `${path}:${line}`
  const name = about === 'customer' ? slug : `${customer}/${slug}`
  return /^[\w.-]+(?:\/[\w.-]+)?$/.test(name) ? name : path
}

/** What was left out of a list, and why: lines for stderr. */
export function sayLeftOut(about: About, { rows, total, noData, unfit }: Listed, isNewest: boolean): string[] {
  const { plural } = kindsListed[about]
  const count = (number: number) => sayCount(number, about, plural)
  return [
    total > rows.length &&
      (isNewest
        ? `The newest ${rows.length} of ${total}; --limit ${total} shows all.`
        : `${sayNumber(total - rows.length)} more; --limit ${total} shows all.`),
    noData && noData.count > 0 && `Left out by the condition, no data: ${noData.names.join(', ')} (${count(noData.count)}).`,
    unfit && unfit.count > 0 && `Left out because the condition does not fit ${count(unfit.count)}: ${unfit.because}.`,
  ].filter((line) => typeof line === 'string')
}
