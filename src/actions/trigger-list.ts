import * as z from 'zod'
import { openRules } from '../features/triggers/evaluate-rules.ts'
import { readState } from '../features/triggers/read-state.ts'
import { tellBroken, tellRule } from '../features/triggers/tell-rule.ts'
import { readTeam } from '../workspace/records.ts'
import { asking } from './action.ts'

export default asking({
  name: 'trigger list',
  summary: 'List the rules: what each looks at, when it holds, what it does, and what it has noticed.',
  effect: 'read',
  input: z.object({}),
  async run(_, session) {
    const place = session.place()
    const { rules, broken, problems } = openRules(place, { team: readTeam(place), me: await session.me() })
    const state = readState(place)
    return {
      rules: [...rules.map((rule) => tellRule(rule, state)), ...broken.map(tellBroken)],
      problems: [...problems, ...state.problems],
    }
  },
})
