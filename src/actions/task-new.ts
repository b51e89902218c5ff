import * as z from 'zod'
import { planNewTask, taskHolders } from '../features/tasks/plan-task.ts'
import { needDay } from '../records/days/moment-words.ts'
import { openNamed } from '../workspace/open-named.ts'
import { changing } from './action.ts'

export default changing({
  name: 'task new',
  summary: 'Write a task into a record.',
  effect: 'write',
  input: z.object({
    record: z.string().describe('Where it goes: a customer, contact, deal or activity, by slug, name or path.'),
    text: z.string().trim().min(1, 'say what is to be done').describe('What is to be done.'),
    due: z.string().optional().describe('By when: fri, tomorrow, "in 2 weeks", 2026-12-01.'),
    owner: z.string().optional().describe('Who does it; you, unless someone else is named.'),
    priority: z.enum(['high', 'medium', 'low']).optional().describe('How urgent it is.'),
  }),
  async decide({ record: name, text, due: typed, owner: named, priority }, session) {
    const record = await openNamed(session.place(), name, taskHolders)
    const due = typed && (await needDay(typed, { now: session.now(), zone: await session.zone() }))
    const owner = named && session.people().need(named)
    const { plan, task, said } = planNewTask(record, record.called, text, { owner, due, priority }, await session.me())
    return { plan, answer: { said, path: task.path, line: task.line, task } }
  },
})
