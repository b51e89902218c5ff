import * as z from 'zod'
import { chooseTasks } from '../features/tasks/choose-tasks.ts'
import { folderNamed } from '../workspace/open-named.ts'
import { allTasks, customerTasks } from '../workspace/tasks.ts'
import { asking } from './action.ts'

export default asking({
  name: 'task list',
  summary: 'List open tasks, those due first on top.',
  effect: 'read',
  input: z.object({
    customer: z.string().optional().describe('Only those of this customer.'),
    mine: z.boolean().default(false).describe('Only yours.'),
    owner: z.string().optional().describe('Only those of this person.'),
    all: z.boolean().default(false).describe('Those that are done as well.'),
    due: z.enum(['today', 'overdue', 'week']).optional().describe('Only those due then (week: within seven days).'),
  }),
  async run({ customer: typed, mine, owner: named, all, due }, session) {
    const place = session.place()
    const found = typed ? customerTasks(place, await folderNamed(place, typed)) : await allTasks(place)
    const owner = mine ? await session.needMe() : named && session.people().need(named)
    const today = await session.today()
    return { ...chooseTasks(found, session.people(), { owner, due, all, today }), today }
  },
})
