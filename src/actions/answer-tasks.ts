import { names } from '../features/queries/find-records.ts'
import { chooseTasks } from '../features/tasks/choose-tasks.ts'
import type { Session } from '../session/open.ts'
import { folderNamed } from '../workspace/open-named.ts'
import { allTasks, customerTasks } from '../workspace/tasks.ts'
import { answerList, type Typed } from './listing.ts'

type Narrowed = {
  customer?: string | undefined
  mine?: boolean
  owner?: string | undefined
  all?: boolean
  due?: 'today' | 'overdue' | 'week' | undefined
}

/** Answers a list of tasks: open ones, and done ones where that was asked for or the condition names `done`. */
export async function answerTasks(
  { customer: typed, mine, owner: named, all = false, due, ...words }: Typed & Narrowed,
  session: Session,
) {
  const place = session.place()
  const customer = typed ? await folderNamed(place, typed) : undefined
  const owner = mine ? await session.needMe() : named && session.people().need(named)
  const today = await session.today()
  return answerList('task', words, session, async ({ condition }) => {
    const found = customer ? customerTasks(place, customer) : await allTasks(place)
    const isAll = all || Boolean(condition && names(condition, 'task', 'done'))
    const { tasks, overdue } = chooseTasks(found, session.people(), { owner, due, all: isAll, today })
    return { lines: tasks.map((task) => ({ row: task, task })), more: { overdue } }
  })
}
