import * as z from 'zod'
import { evaluateRules } from '../features/triggers/evaluate-rules.ts'
import { planRun } from '../features/triggers/plan-run.ts'
import { tellProblems, tellQuiet, tellVerdict } from '../features/triggers/tell-run.ts'
import { folderNamed } from '../workspace/open-named.ts'
import { readTeam } from '../workspace/records.ts'
import { asking } from './action.ts'

export default asking({
  name: 'trigger test',
  summary: 'Show what the rules would do now, and why; nothing is written.',
  effect: 'read',
  input: z.object({
    rule: z.string().optional().describe('Only this rule.'),
    customer: z.string().optional().describe('Only what belongs to this customer.'),
    'include-known': z.boolean().default(false).describe('Also what already held when a rule was first seen.'),
  }),
  async run({ rule, customer: typed, 'include-known': includeKnown }, session) {
    const place = session.place()
    const customer = typed ? await folderNamed(place, typed) : undefined
    const asked = { people: session.people(), settings: session.settings(), now: session.now(), me: await session.me() }
    const evaluated = await evaluateRules(place, { ...asked, team: readTeam(place), rule, customer, includeKnown })
    const { decisions, hands } = evaluated
    const { fired } = planRun(decisions, hands, { ...evaluated, commit: null })
    return {
      fired: fired.map(({ path, episode }) => ({ ...episode, path })),
      quiet: decisions.flatMap(tellQuiet),
      known: decisions.flatMap(({ rule: { name }, known }) => known.map((verdict) => tellVerdict(name, verdict))),
      problems: tellProblems(evaluated, rule),
    }
  },
})
