import * as z from 'zod'
import { evaluateRules } from '../features/triggers/evaluate-rules.ts'
import { planRun } from '../features/triggers/plan-run.ts'
import { sayRun, tellProblems } from '../features/triggers/tell-run.ts'
import { headOf } from '../workspace/git/run.ts'
import { readTeam } from '../workspace/records.ts'
import { changing } from './action.ts'

export default changing({
  name: 'trigger run',
  summary: 'Ask all rules now, and do what follows: write what they notice, tell people, make tasks.',
  effect: 'write',
  input: z.object({
    rule: z.string().optional().describe('Only this rule.'),
    'include-known': z.boolean().default(false).describe('Also fire for what already held when a rule was first seen.'),
  }),
  async decide({ rule, 'include-known': includeKnown }, session) {
    const place = session.place()
    const asked = { people: session.people(), settings: session.settings(), now: session.now(), me: await session.me() }
    const evaluated = await evaluateRules(place, { ...asked, team: readTeam(place), rule, includeKnown })
    const commit = place.git ? await headOf(place) : null
    const run = planRun(evaluated.decisions, evaluated.hands, { ...evaluated, commit })
    const { edits, fired, due, ended, firstSeen, pending } = run
    const { subject, because, said } = sayRun(run)
    const tell = ({ path, episode }: (typeof fired)[number]) => ({ ...episode, path })
    return {
      plan: { subject, edits, ...(because && { because }) },
      answer: {
        path: fired[0]?.path ?? due[0]?.path ?? ended[0]?.path ?? 'reporting/pulse',
        said,
        fired: fired.map(tell),
        due: due.map(tell),
        ended,
        waiting: pending.map(tell),
        firstSeen,
        problems: tellProblems(evaluated, rule),
      },
    }
  },
})
