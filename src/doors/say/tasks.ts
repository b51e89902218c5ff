import { styleText } from 'node:util'
import type { PlacedTask } from '../../features/tasks/choose-tasks.ts'
import { isOverdue } from '../../features/tasks/choose-tasks.ts'
import type { Column } from '../terminal/table.ts'
import { sayDay } from '../terminal/words.ts'

/** What a list of tasks shows of each; what is late in yellow. */
export const taskColumns = (today: string): Column<PlacedTask>[] => [
  {
    heading: 'due',
    cell: (task) => (isOverdue(task, today) ? styleText('yellow', sayDay(task.due, today)) : sayDay(task.due, today)),
  },
  { heading: 'task', prose: true, most: 50, cell: ({ text }) => text },
  { heading: 'done', cell: ({ done }) => (done ? 'done' : '') },
  { heading: 'priority', cell: ({ priority }) => priority ?? '' },
  { heading: 'who', cell: ({ owner }) => owner ?? '' },
  { heading: 'customer', cell: ({ path }) => /^customers\/([^/]+)\//.exec(path)?.[1] ?? '' },
  { heading: 'where', spare: true, cell: ({ path, line }) => styleText('dim', `${path}:${line}`) },
]

/** What a list of one day leaves out: the late ones. */
export const sayOverdue = (overdue: number) =>
  overdue === 0 ? '' : `${overdue} more ${overdue === 1 ? 'is' : 'are'} overdue: dossier task list --due overdue`
