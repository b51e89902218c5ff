import * as z from 'zod'
import { findTask } from '../features/tasks/find-task.ts'
import { planTaskChange } from '../features/tasks/plan-task.ts'
import { openSheet } from '../workspace/sheet.ts'
import { allTasks } from '../workspace/tasks.ts'
import { changing } from './action.ts'

export default changing({
  name: 'task done',
  summary: 'Tick a task off.',
  effect: 'write',
  input: z.object({ task: z.string().describe('A piece of its text, or path:line.') }),
  async decide({ task: typed }, session) {
    const place = session.place()
    const found = findTask(await allTasks(place), typed)
    const { plan, task, said } = planTaskChange(openSheet(place, found.path), found, { done: true })
    return { plan, answer: { said, path: task.path, line: task.line, task } }
  },
})
