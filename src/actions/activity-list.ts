import * as z from 'zod'
import { ActivityType } from '../records/kinds/activity.ts'
import { asking } from './action.ts'
import { answerActivities } from './answer-activities.ts'
import { limit } from './limit.ts'
import { listWords } from './listing.ts'

export default asking({
  name: 'activity list',
  summary: 'List activities, newest first.',
  effect: 'read',
  input: z.object({
    customer: z.string().optional().describe('Only those of this customer.'),
    ...listWords,
    limit: limit.default(20).describe('How many at most.'),
    type: ActivityType.optional().describe('Only those of this type.'),
    since: z.string().optional().describe('Only those of this day or later: "last monday", 2026-11-01.'),
  }),
  async run(words, session) {
    const answer = await answerActivities(words, session)
    return { ...answer, activities: answer.rows }
  },
})
