import { briefPath, writeBrief } from '../features/day/write-brief.ts'
import { needGenerated } from '../workspace/write/plan-generated.ts'
import { putGenerated } from '../workspace/write/put-generated.ts'
import { asking } from './action.ts'
import { briefInput, briefOf } from './brief-of.ts'

export default asking({
  name: 'brief keep',
  summary: 'Write the brief of a day into a personal folder that git ignores.',
  effect: 'write',
  input: briefInput,
  async run(input, session) {
    const place = session.place()
    const made = await briefOf(session, input)
    const path = briefPath(made.brief)
    needGenerated(place, path)
    putGenerated(place, path, writeBrief(made.brief), session.newId())
    return { ...made, path, commit: null }
  },
})
