import * as z from 'zod'
import { Failure } from '../failure.ts'
import { findTask } from '../features/tasks/find-task.ts'
import { planTaskChange, planTaskMove, taskHolders } from '../features/tasks/plan-task.ts'
import { needDay } from '../records/days/moment-words.ts'
import { openNamed } from '../workspace/open-named.ts'
import { openSheet } from '../workspace/sheet.ts'
import { allTasks } from '../workspace/tasks.ts'
import { changing } from './action.ts'

export default changing({
  name: 'task move',
  summary: 'Move a task: to another day, to another person, or into another record.',
  effect: 'write',
  input: z.object({
    task: z.string().describe('A piece of its text, or path:line.'),
    when: z.string().optional().describe('The new day: fri, tomorrow, "in 2 weeks", 2026-12-01.'),
    owner: z.string().optional().describe('Who does it from now on.'),
    into: z.string().optional().describe('The record it goes to: a customer, contact, deal or activity.'),
  }),
  async decide({ task: typed, when, owner: named, into }, session) {
    if (!when && !named && !into)
      throw new Failure('Where to? No day, person or record was named.', {
        hint: 'dossier task move "send the MSA" fri',
        exitCode: 2,
      })
    const place = session.place()
    const found = findTask(await allTasks(place), typed)
    const due = when && (await needDay(when, { now: session.now(), zone: await session.zone() }))
    const owner = named && session.people().need(named)
    const change = { ...(due && { due }), ...(owner && { owner }) }
    const file = openSheet(place, found.path)
    const planned = into
      ? planTaskMove(file, found, await openNamed(place, into, taskHolders), change)
      : planTaskChange(file, found, change)
    const { plan, task, said } = planned
    return { plan, answer: { said, path: task.path, line: task.line, task } }
  },
})
