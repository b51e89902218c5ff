import { styleText } from 'node:util'
import type { Brief } from '../../features/day/brief.ts'
import type { Row } from '../../formulas/measures/measure.ts'
import { sayCount, sayMoney } from '../../formulas/say-figure.ts'
import { nameDay } from '../../records/days/name-day.ts'
import { type Column, cut, table } from '../terminal/table.ts'
import { sayDay } from '../terminal/words.ts'

/** How many lines of a part are shown, and how many the whole may have: parts become shorter, and blank lines go, until it does. */
const longest = { meetings: 6, tasks: 5, alerts: 5, steps: 4, moved: 4, quiet: 3, renewals: 3, least: 2, screen: 40 }

/** The width of the labels that stand before the parts. */
const margin = 12

/** A person's day on one screen: what matters, then part by part what the day holds. */
export function sayBrief(brief: Brief, width = Math.min(process.stdout.columns ?? 100, 120)): string {
  const { name, day, nothing, counts } = brief
  const facts = [
    sayCount(counts.accounts, 'account'),
    sayCount(counts.deals, 'open deal'),
    counts.deals > 0 && counts.pipeline !== null && sayMoney(counts.pipeline, counts.currency),
  ]
  const title = `${styleText('bold', `${nameDay(day, day)}, ${name}`)}  ${styleText('dim', facts.filter(Boolean).join(', '))}`
  if (nothing) return `${title}\n\n${nothing}`
  const matters = sayMatters(brief, width)
  const room = longest.screen - matters.split('\n').length - 3
  const sections = fit(sectionsOf(brief), room)
  const between = heightOf(sections) + sections.length <= room ? '\n\n' : '\n'
  const parts = sections.map((section) => sayPart(section, width - margin))
  return [title, matters, parts.join(between)].filter(Boolean).join('\n\n')
}

function sayMatters({ matters }: Brief, width: number): string {
  if (matters.length === 0) return 'Nothing presses today.'
  const said = matters.map(({ what, because }, n) =>
    [
      `${n + 1}. ${styleText('bold', cut(what, width - 3))}`,
      ...because.map((one) => `   ${styleText('dim', cut(one, width - 3))}`),
    ].join('\n'),
  )
  return [
    styleText(
      'bold',
      matters.length === 1 ? 'What matters most' : `The ${matters.length === 2 ? 'two' : 'three'} things that matter`,
    ),
    ...said,
  ].join('\n')
}

type Section = { label: string; rows: readonly Row[]; most: number; columns: Column<Row>[]; more: string }

const told = (key: string) => (row: Row) => String(row[key] ?? '').replaceAll(/\s+/g, ' ')

const heightOf = (sections: readonly Section[]) =>
  sections.reduce((sum, { rows, most }) => sum + Math.min(rows.length, most) + (rows.length > most ? 1 : 0), 0)

/** Shortens the longest parts until all of them have room. */
function fit(sections: readonly Section[], room: number): Section[] {
  const fitted = sections.map((section) => ({ ...section, most: Math.min(section.most, section.rows.length) }))
  for (;;) {
    const longestPart = Math.max(...fitted.map(({ most }) => most))
    if (heightOf(fitted) <= room || !(longestPart > longest.least)) return fitted
    fitted.find(({ most }) => most === longestPart)!.most -= 1
  }
}

function sectionsOf(brief: Brief): Section[] {
  const { day } = brief
  const on = (key: string) => (row: Row) => sayDay(told(key)(row), day)
  const moment = (row: Row, key: string) => (row['field'] === 'close_date' ? on(key)(row) : told(key)(row))
  const late = (row: Row) => (told('due')(row) < day ? styleText('yellow', on('due')(row)) : on('due')(row))
  const meetings = brief.meetings.map(({ with: who, ...one }): Row => ({ ...one, with: who.join(', ') }))
  const sections: Section[] = [
    {
      label: 'Meetings',
      rows: meetings,
      most: longest.meetings,
      columns: [
        { heading: '', cell: told('time') },
        { heading: '', cell: told('customer') },
        { heading: '', prose: true, cell: told('subject') },
        { heading: '', prose: true, cell: (row) => styleText('dim', told('with')(row)) },
      ],
      more: 'dossier activity list',
    },
    {
      label: 'Tasks',
      rows: [...brief.overdue, ...brief.due],
      most: longest.tasks,
      columns: [
        { heading: '', cell: late },
        { heading: '', prose: true, cell: told('task') },
        { heading: '', cell: (row) => (row['priority'] ? `!${told('priority')(row)}` : '') },
        { heading: '', cell: (row) => styleText('dim', told('customer')(row)) },
      ],
      more: `dossier task list --owner ${brief.user}`,
    },
    {
      label: 'Alerts',
      rows: brief.alerts,
      most: longest.alerts,
      columns: [
        { heading: '', cell: (row) => (row['urgency'] === 'high' ? styleText('yellow', 'high') : told('urgency')(row)) },
        { heading: '', cell: told('rule') },
        { heading: '', cell: told('customer') },
        {
          heading: '',
          prose: true,
          cell: (row) => styleText('dim', row['quote'] ? `"${told('quote')(row)}"` : told('what')(row)),
        },
      ],
      more: 'dossier report run pulse',
    },
    {
      label: 'Next steps',
      rows: brief.steps,
      most: longest.steps,
      columns: [
        { heading: '', cell: late },
        { heading: '', prose: true, cell: told('step') },
        { heading: '', prose: true, cell: (row) => styleText('dim', `${told('customer')(row)}/${told('slug')(row)}`) },
      ],
      more: 'dossier deal list',
    },
    {
      label: 'Moved',
      rows: brief.moved,
      most: longest.moved,
      columns: [
        { heading: '', cell: on('day') },
        { heading: '', prose: true, cell: (row) => `${told('customer')(row)}/${told('slug')(row)}` },
        {
          heading: '',
          prose: true,
          cell: (row) => `${row['field'] === 'stage' ? '' : 'close date '}${moment(row, 'from')} to ${moment(row, 'to')}`,
        },
      ],
      more: 'git log',
    },
    {
      label: 'Gone quiet',
      rows: brief.quiet,
      most: longest.quiet,
      columns: [
        { heading: '', cell: told('customer') },
        { heading: '', cell: (row) => sayCount(Number(row['days']), 'day'), right: true },
        {
          heading: '',
          prose: true,
          cell: (row) => styleText('dim', row['health'] === null ? '' : `health ${told('health')(row)}: ${told('because')(row)}`),
        },
      ],
      more: 'dossier report run ae',
    },
    {
      label: 'Renewals',
      rows: brief.renewals,
      most: longest.renewals,
      columns: [
        { heading: '', cell: (row) => `${row['passed'] ? 'notice passed' : 'notice by'} ${on('notice')(row)}` },
        { heading: '', prose: true, cell: (row) => `${told('customer')(row)}/${told('slug')(row)}` },
        {
          heading: '',
          cell: (row) => (typeof row['amount'] === 'number' ? sayMoney(row['amount'], told('currency')(row)) : ''),
          right: true,
        },
        { heading: '', cell: (row) => styleText('dim', `ends ${on('end')(row)}`) },
      ],
      more: 'dossier report run ae',
    },
  ]
  return sections.filter(({ rows }) => rows.length > 0)
}

function sayPart({ label, rows, most, columns, more }: Section, width: number): string {
  const shown = table(rows.slice(0, most), columns, width).split('\n').slice(1)
  const rest = rows.length > most ? [styleText('dim', `and ${rows.length - most} more: ${more}`)] : []
  return [...shown, ...rest]
    .map((line, n) => `${n === 0 ? styleText('bold', label.padEnd(margin)) : ' '.repeat(margin)}${line}`)
    .join('\n')
}
