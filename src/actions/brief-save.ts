import * as z from 'zod'
import { makeBrief } from '../features/day/make-brief.ts'
import { planBriefFile } from '../features/day/write-brief.ts'
import { changing } from './action.ts'

export default changing({
  name: 'brief save',
  summary: 'Write the brief of a day into personal/<user>/daily-plans.',
  effect: 'write',
  input: z.object({ user: z.string().optional().describe('Whose day; absent, yours.') }),
  async decide({ user: named }, session) {
    const [place, people] = [session.place(), session.people()]
    const user = named === undefined ? await session.needMe() : people.need(named)
    const made = await makeBrief(place, { people, settings: session.settings(), now: session.now(), user })
    const { path, plan } = planBriefFile(place, made.brief)
    return { plan, answer: { path, ...made } }
  },
})
