import { styleText } from 'node:util'
import type customerShow from '../../actions/customer-show.ts'
import { sayCount, sayMoney } from '../../formulas/say-figure.ts'
import { cut, table, wrap } from '../terminal/table.ts'
import { sayDay, sayDistance } from '../terminal/words.ts'

type Shown = Awaited<ReturnType<(typeof customerShow)['run']>>

/** A customer on one screen: who they are, then people, deals, tasks and the newest activities. */
export function sayCustomer({ customer, notes, contacts, deals, activities, activityCount, tasks, today }: Shown): string {
  const facts = [
    customer.archived && `archived ${sayDay(customer.archived, today)}`,
    customer.type,
    customer.stage,
    customer.industry,
    customer.segment,
    customer.location,
  ]
    .filter(Boolean)
    .join(' · ')
  const who = [customer.domain, customer.owner && `owner ${customer.owner}`, customer.csm && `csm ${customer.csm}`]
    .filter(Boolean)
    .join(' · ')
  const sections = [
    [styleText('bold', customer.name), facts, who].filter(Boolean).join('\n'),
    notes && wrap(cut(withoutTasks(notes), 400)),
    section(sayCount(contacts.length, 'contact'), contacts, [
      { heading: 'name', prose: true, cell: ({ name, status }) => (status === 'left' ? `${name} (left)` : name) },
      { heading: 'title', prose: true, cell: ({ title }) => cut(title ?? '', 30) },
      { heading: 'role', cell: ({ role }) => role ?? '' },
      { heading: 'e-mail', cell: ({ email }) => email ?? '' },
    ]),
    section(sayCount(deals.length, 'deal'), deals, [
      { heading: 'deal', cell: ({ slug }) => slug },
      { heading: 'stage', cell: ({ stage }) => stage ?? '' },
      { heading: 'amount', cell: ({ amount, currency }) => sayMoney(amount, currency), right: true },
      { heading: 'close', cell: ({ close_date: close }) => sayDay(close, today) },
      {
        heading: 'next step',
        prose: true,
        cell: ({ next_step: step, next_step_date: due }) =>
          cut([step, due && `(${sayDay(due, today)})`].filter(Boolean).join(' '), 50),
      },
    ]),
    section(sayCount(tasks.length, 'open task'), tasks.slice(0, 10), [
      { heading: 'due', cell: ({ due }) => sayDay(due, today) },
      { heading: 'task', prose: true, cell: ({ text }) => cut(text, 60) },
      { heading: 'who', cell: ({ owner }) => owner ?? '' },
    ]),
    section(
      `${sayCount(activityCount, 'activity', 'activities')}${activityCount > activities.length ? `, the newest ${activities.length}` : ''}`,
      activities,
      [
        { heading: 'when', cell: ({ date }) => sayDistance(date, today) },
        { heading: 'what', cell: ({ type, status }) => (status === 'planned' ? `${type} planned` : (type ?? '')) },
        { heading: 'subject', prose: true, cell: ({ subject }) => cut(subject ?? '', 50) },
        { heading: 'by', cell: ({ by }) => by ?? '' },
      ],
    ),
  ]
  return sections.filter(Boolean).join('\n\n')
}

function section<R>(title: string, rows: readonly R[], columns: Parameters<typeof table<R>>[1]): string {
  return rows.length === 0 ? '' : `${styleText('bold', title)}\n${table(rows, columns)}`
}

/** The notes without their heading, and without the checkboxes, which are listed as tasks. */
const withoutTasks = (notes: string) => notes.replace(/^#+ .*$/m, '').replace(/^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\] .*$/gm, '')
