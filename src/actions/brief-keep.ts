import * as z from 'zod'
import { makeBrief } from '../features/day/make-brief.ts'
import { briefPath, writeBrief } from '../features/day/write-brief.ts'
import { needGenerated } from '../workspace/write/plan-generated.ts'
import { putGenerated } from '../workspace/write/put-generated.ts'
import { asking } from './action.ts'

export default asking({
  name: 'brief keep',
  summary: 'Write the brief of a day into a personal folder that git ignores.',
  effect: 'write',
  input: z.object({ user: z.string().optional().describe('Whose day; absent, yours.') }),
  async run({ user: named }, session) {
    const [place, people] = [session.place(), session.people()]
    const user = named === undefined ? await session.needMe() : people.need(named)
    const made = await makeBrief(place, { people, settings: session.settings(), now: session.now(), user })
    const path = briefPath(made.brief)
    needGenerated(place, path)
    putGenerated(place, path, writeBrief(made.brief), session.newId())
    return { ...made, path, commit: null }
  },
})
