import { styleText } from 'node:util'
import type { PlacedTask } from '../../features/tasks/choose-tasks.ts'
import { isOverdue } from '../../features/tasks/choose-tasks.ts'
import { type Column, cut } from '../terminal/table.ts'
import { sayDay } from '../terminal/words.ts'

/** What a list of tasks shows of each; what is late in yellow, what is done dim. */
export const taskColumns = (today: string): Column<PlacedTask>[] => [
  {
    heading: 'due',
    cell: (task) => (isOverdue(task, today) ? styleText('yellow', sayDay(task.due, today)) : sayDay(task.due, today)),
  },
  {
    heading: 'task',
    prose: true,
    cell: ({ text, done }) => (done ? styleText('dim', `${cut(text, 50)} (done)`) : cut(text, 50)),
  },
  { heading: 'priority', cell: ({ priority }) => priority ?? '' },
  { heading: 'who', cell: ({ owner }) => owner ?? '' },
  { heading: 'customer', cell: ({ path }) => /^customers\/([^/]+)\//.exec(path)?.[1] ?? '' },
  { heading: 'where', spare: true, cell: ({ path, line }) => styleText('dim', `${path}:${line}`) },
]

/** What a list of one day leaves out: the late ones. */
export const sayOverdue = (overdue: number) =>
  overdue === 0 ? '' : `${overdue} more ${overdue === 1 ? 'is' : 'are'} overdue: dossier task list --due overdue`
