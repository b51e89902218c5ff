import { sayMoney } from '../../formulas/say-figure.ts'
import { nameDay } from '../../records/days/name-day.ts'
import type { Activity } from '../../records/kinds/activity.ts'
import type { Contact } from '../../records/kinds/contact.ts'
import type { Deal } from '../../records/kinds/deal.ts'
import type { Task } from '../../records/kinds/task.ts'
import { newRecordText } from '../../records/text/new-record.ts'

type Placed<V> = { slug: string; value: V; source: string }

/** What the next person has to know, with where each thing stands. */
export type Known = {
  name: string
  from: string
  to: string
  by: string | undefined
  because: string | undefined
  day: string
  currency: string
  deals: readonly (Placed<Deal> & { stays?: string | undefined })[]
  people: readonly Placed<Contact>[]
  tasks: readonly Task[]
  touches: readonly Placed<Activity>[]
  alerts: readonly { rule: string; what: string; since: string; path: string }[]
}

/** The document of a handover as Markdown. Tasks are no checkboxes here: they stand where they are, and would count twice. */
export function writeHandover({ name, from, to, by, because, day, currency, ...known }: Known): string {
  const head = { title: `Handover of ${line(name)} from ${line(from)} to ${line(to)}`, type: 'handover', date: day, by }
  const parts: [string, string[]][] = [
    ['Open deals', known.deals.map((deal) => sayDeal(deal, day, currency))],
    ['People', known.people.map(sayPerson)],
    ['Open tasks', known.tasks.map((task) => sayTask(task, day))],
    ['Last touches', known.touches.map((touch) => sayTouch(touch, day))],
    [
      'Alerts',
      known.alerts.map(
        ({ rule, what, since, path }) => `- ${line(rule)}: ${line(what)}, since ${nameDay(since, day)} (${path}:1)`,
      ),
    ],
  ]
  const body = [
    `# ${head.title}`,
    ...(because ? [`Why: ${line(because)}`] : []),
    'What happened before this day, and what was closed, stays to the credit of those who did it.',
    ...parts.map(([title, lines]) => `## ${title}\n\n${lines.length > 0 ? lines.join('\n') : 'None.'}`),
  ]
  return newRecordText('deal', head, body.join('\n\n'))
}

function sayDeal({ slug, value, source, stays }: Known['deals'][number], day: string, currency: string): string {
  const { name, stage, amount, close_date: close, next_step: next, next_step_date: on } = value
  const facts = [
    stage && `stage ${line(stage)}`,
    amount !== undefined && sayMoney(amount, value.currency ?? currency),
    close && `closes ${nameDay(close, day)}`,
    stays && `stays with ${line(stays)}`,
  ].filter(Boolean)
  const step = next ? `\n  Next: ${line(next)}${on ? ` (${nameDay(on, day)})` : ''}` : '\n  Next: nothing is written down.'
  return `- ${line(name)} (${slug})${facts.length > 0 ? `: ${facts.join(', ')}` : ''} (${source})${step}`
}

function sayPerson({ value, source }: Placed<Contact>): string {
  const { name, title, role, email, phone } = value
  return `- ${[name, title, role, email, phone]
    .filter(Boolean)
    .map((one) => line(one!))
    .join(', ')} (${source})`
}

const sayTask = ({ text, due, priority, path, line: at }: Task, day: string) =>
  `- ${[line(text), due && `due ${nameDay(due, day)}`, priority && `${priority} priority`].filter(Boolean).join(', ')} (${path}:${at})`

function sayTouch({ value, source }: Placed<Activity>, day: string): string {
  const { type, date, subject, participants = [], outcome } = value
  const who = participants.length > 0 ? `, with ${participants.map(line).join(', ')}` : ''
  return `- ${nameDay(date, day)}: ${type}, ${line(subject)}${who}${outcome ? `; ${line(outcome)}` : ''} (${source})`
}

const line = (text: string) => text.replace(/\s+/g, ' ').trim()
