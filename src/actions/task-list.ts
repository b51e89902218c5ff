import * as z from 'zod'
import { asking } from './action.ts'
import { answerTasks } from './answer-tasks.ts'
import { listWords } from './listing.ts'

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
    ...listWords,
  }),
  async run(words, session) {
    const answer = await answerTasks(words, session)
    return { ...answer, tasks: answer.rows }
  },
})
