import * as z from 'zod'
import { Failure } from '../failure.ts'
import { listActivities } from '../features/activities/list-activities.ts'
import { readMoment } from '../records/days/moment-words.ts'
import { ActivityType } from '../records/kinds/activity.ts'
import { rowOf } from '../records/row.ts'
import { folderNamed } from '../workspace/open-named.ts'
import { asking } from './action.ts'

export default asking({
  name: 'activity list',
  summary: 'List activities, newest first.',
  effect: 'read',
  input: z.object({
    customer: z.string().optional().describe('Only those of this customer.'),
    limit: z.coerce
      .number('a whole number such as 20')
      .int('a whole number such as 20')
      .min(1, '1 or more')
      .default(20)
      .describe('How many at most.'),
    type: ActivityType.optional().describe('Only those of this type.'),
    since: z.string().optional().describe('Only those of this day or later: "last monday", 2026-11-01.'),
  }),
  async run({ customer: typed, limit, type, since }, session) {
    const place = session.place()
    const customer = typed ? await folderNamed(place, typed) : undefined
    const here = { now: session.now(), zone: await session.zone() }
    const from = since ? await readMoment(since, here) : undefined
    if (since && !from)
      throw new Failure(`"${since}" is no day that can be read for certain.`, {
        hint: '--since 2026-11-01, yesterday or "last monday"',
        exitCode: 2,
      })
    const { records, total, problems } = listActivities(place, { customer, type, since: from?.slice(0, 10), limit })
    return { activities: records.map(rowOf), total, today: await session.today(), zone: here.zone, problems }
  },
})
