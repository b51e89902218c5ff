import { planBriefFile } from '../features/day/write-brief.ts'
import { changing } from './action.ts'
import { briefInput, briefOf } from './brief-of.ts'

export default changing({
  name: 'brief save',
  summary: 'Write the brief of a day into personal/<user>/daily-plans.',
  effect: 'write',
  input: briefInput,
  async decide(input, session) {
    const made = await briefOf(session, input)
    const { path, plan } = planBriefFile(session.place(), made.brief)
    return { plan, answer: { path, ...made } }
  },
})
