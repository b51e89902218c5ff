import * as z from 'zod'
import { rowOf } from '../records/row.ts'
import { openNamed } from '../workspace/open-named.ts'
import { asking } from './action.ts'

export default asking({
  name: 'activity show',
  summary: 'Show an activity: its facts, then its text.',
  effect: 'read',
  input: z.object({ activity: z.string().describe('Slug, customer/slug, source (gong:123) or path of the activity.') }),
  async run({ activity: name }, session) {
    const record = await openNamed(session.place(), name, ['activity'])
    const [today, zone] = [await session.today(), await session.zone()]
    return { activity: rowOf(record), text: record.body.trim(), today, zone, problems: record.read.problems }
  },
})
