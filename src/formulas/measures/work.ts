import { addDays } from '../../records/days/calendar.ts'
import type { Book, BookDeal } from './book.ts'
import { counted, dealRow, isWithin, type Measure, openDeals, type Row } from './measure.ts'

type BookTask = Book['tasks'][number]

const steps = (deals: readonly BookDeal[]) =>
  counted(
    deals.map(({ path }) => path),
    deals.map(
      (one): Row => ({
        ...dealRow(one),
        next_step: one.deal.next_step ?? null,
        next_step_date: one.deal.next_step_date ?? null,
      }),
    ),
  )

const tasks = (those: readonly BookTask[]) => ({
  ...counted(
    those.map(({ path }) => path),
    those.map(
      ({ text, due, priority, customer, path, line }): Row => ({
        task: text,
        due: due ?? null,
        priority: priority ?? null,
        customer: customer ?? null,
        path: `${path}:${line}`,
      }),
    ),
  ),
})

/** What is to be done: next steps of deals, and tasks. */
export const workMeasures = {
  'next-steps-overdue': {
    label: 'Next steps overdue',
    unit: 'deal',
    definition: 'Open deals whose `next_step_date` lies before today.',
    of: 'now',
    work: (book) =>
      steps(openDeals(book).filter(({ deal }) => deal.next_step_date !== undefined && deal.next_step_date < book.today)),
  },
  'next-steps-missing': {
    label: 'Next steps missing',
    unit: 'deal',
    definition: 'Open deals without a `next_step`.',
    of: 'now',
    work: (book) => steps(openDeals(book).filter(({ deal }) => !deal.next_step)),
  },
  'tasks-done': {
    label: 'Tasks done',
    unit: 'task',
    definition: 'Tasks that were due in the period and are ticked off.',
    of: 'period',
    work: (book, span) => tasks(book.tasks.filter(({ done, due }) => done && isWithin(due, span))),
  },
  'tasks-overdue': {
    label: 'Tasks overdue',
    unit: 'task',
    definition: 'Open tasks that were due before today.',
    of: 'now',
    work: (book) => tasks(book.tasks.filter(({ done, due }) => !done && due !== undefined && due < book.today)),
  },
  'tasks-due': {
    label: 'Tasks due in 7 days',
    unit: 'task',
    definition: 'Open tasks due from today to 7 days from now.',
    of: 'now',
    work: (book) =>
      tasks(book.tasks.filter(({ done, due }) => !done && isWithin(due, { from: book.today, to: addDays(book.today, 7) }))),
  },
} satisfies Record<string, Measure>
