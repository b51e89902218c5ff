import { daysBetween } from '../../records/days/calendar.ts'
import type { Task } from '../../records/kinds/task.ts'
import type { People } from '../../workspace/people.ts'
import { customerIn } from '../../workspace/tree.ts'

/** A task, and the customer in whose folder it stands. */
export type PlacedTask = Task & { customer?: string }

/** Which due dates are asked for; what is late is only in `overdue`. */
type Due = 'today' | 'overdue' | 'week'

type Wanted = { owner?: string | undefined; due?: Due | undefined; all: boolean; today: string }

/** The tasks a person asked for, with their owners by slug, and how many of them are late. */
export function chooseTasks(tasks: readonly Task[], people: Pick<People, 'find'>, { owner, due, all, today }: Wanted) {
  const named = tasks.map((task): PlacedTask => {
    const customer = customerIn(task.path)
    const who = task.owner && (people.find(task.owner) ?? task.owner)
    return { ...task, ...(who && { owner: who }), ...(customer && { customer }) }
  })
  const theirs = named.filter((task) => (all || !task.done) && (!owner || task.owner === owner))
  const overdue = theirs.filter((task) => isOverdue(task, today)).length
  return { tasks: due ? theirs.filter((task) => isDue(task, due, today)) : theirs, overdue }
}

/** Whether an open task is late. */
export const isOverdue = ({ due, done }: Task, today: string) => !done && due !== undefined && due < today

function isDue(task: Task, due: Due, today: string): boolean {
  if (due === 'overdue') return isOverdue(task, today)
  if (!task.due || task.due < today) return false
  return due === 'today' ? task.due === today : daysBetween(today, task.due) <= 7
}
