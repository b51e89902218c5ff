import type { Row } from '../../formulas/measures/measure.ts'
import { sayCount, sayMoney } from '../../formulas/say-figure.ts'
import { nameDay } from '../../records/days/name-day.ts'
import type { Plan } from '../../records/plan.ts'
import type { Place } from '../../workspace/place.ts'
import { generatedBy, planGenerated } from '../../workspace/write/plan-generated.ts'
import type { Brief } from './brief.ts'

/** Where the brief of a day is kept. */
export const briefPath = ({ user, day }: Pick<Brief, 'user' | 'day'>) => `personal/${user}/daily-plans/${day}.md`

/** Decides the file of a brief. */
export function planBriefFile(place: Place, brief: Brief): { path: string; plan: Plan } {
  const path = briefPath(brief)
  const subject = `brief of ${brief.user}, ${brief.day}`
  return { path, plan: { subject, edits: planGenerated(place, path, writeBrief(brief)) } }
}

/** The brief as Markdown. Tasks are no checkboxes here: they stand where they are, and would count twice. */
export function writeBrief(brief: Brief): string {
  const { day, name, nothing, matters, meetings, overdue, due, alerts, steps, moved, quiet, renewals } = brief
  const on = (value: string | number | null | undefined) => (typeof value === 'string' && value ? nameDay(value, day) : '')
  const told = (value: string | number | null | undefined) => String(value ?? '').replace(/\s+/g, ' ')
  const at = (row: Row) => (row['customer'] ? ` (${told(row['customer'])})` : '')
  const amount = (row: Row) => (typeof row['amount'] === 'number' ? `, ${sayMoney(row['amount'], told(row['currency']))}` : '')
  const value = (row: Row, key: string) => (row['field'] === 'close_date' ? on(row[key]) : told(row[key]))
  const parts: [string, string[]][] = [
    [
      'What matters',
      matters.map(({ what, because }, n) => [`${n + 1}. ${told(what)}`, ...because.map((one) => `   - ${told(one)}`)].join('\n')),
    ],
    [
      'Meetings',
      meetings.map(
        (one) =>
          `- ${told([one.time, one.subject].filter(Boolean).join(' '))} (${one.customer})${one.with.length > 0 ? `, with ${told(one.with.join(', '))}` : ''}`,
      ),
    ],
    ['Tasks', [...overdue, ...due].map((row) => `- ${on(row['due'])}: ${told(row['task'])}${at(row)}`)],
    [
      'Alerts',
      alerts.map(
        (row) => `- ${told(row['urgency'])}: ${told(row['rule'])}${at(row)}: ${told(row['what'])}, since ${on(row['since'])}`,
      ),
    ],
    [
      'Next steps',
      steps.map((row) => `- ${on(row['due'])}: ${told(row['step'])} (${told(row['deal'])}, ${told(row['customer'])})`),
    ],
    [
      'Moved',
      moved.map(
        (row) =>
          `- ${on(row['day'])}: ${told(row['deal'])}${at(row)}, ${told(row['field'])} ${value(row, 'from')} to ${value(row, 'to')}`,
      ),
    ],
    ['Gone quiet', quiet.map((row) => `- ${told(row['name'])}: ${sayCount(Number(row['days']), 'day')}`)],
    [
      'Renewals',
      renewals.map(
        (row) => `- Notice by ${on(row['notice'])}: ${told(row['deal'])}${at(row)}${amount(row)}, ends ${on(row['end'])}`,
      ),
    ],
  ]
  const sections = parts.filter(([, lines]) => lines.length > 0).map(([title, lines]) => `## ${title}\n\n${lines.join('\n')}`)
  const head = `${generatedBy('brief --save', day)}\n\n# ${name}, ${nameDay(day, day)}`
  return `${[head, nothing, ...sections].filter(Boolean).join('\n\n')}\n`
}
