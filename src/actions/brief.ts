import { asking } from './action.ts'
import { briefInput, briefOf } from './brief-of.ts'

export default asking({
  name: 'brief',
  summary: 'Show your day: what matters, meetings, tasks, alerts, next steps, and who has gone quiet.',
  effect: 'read',
  input: briefInput,
  run: (input, session) => briefOf(session, input),
})
