import * as z from 'zod'
import { makeBrief } from '../features/day/make-brief.ts'
import { asking } from './action.ts'

export default asking({
  name: 'brief',
  summary: 'Show your day: what matters, meetings, tasks, alerts, next steps, and who has gone quiet.',
  effect: 'read',
  input: z.object({ user: z.string().optional().describe('Whose day; absent, yours.') }),
  async run({ user: named }, session) {
    const people = session.people()
    const user = named === undefined ? await session.needMe() : people.need(named)
    return makeBrief(session.place(), { people, settings: session.settings(), now: session.now(), user })
  },
})
