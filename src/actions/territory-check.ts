import * as z from 'zod'
import { asking } from './action.ts'
import { judgeTerritories } from './territories.ts'

export default asking({
  name: 'territory check',
  summary: 'List accounts whose owner is not who the rules of territories.yaml say.',
  effect: 'read',
  input: z.object({
    where: z.string().optional().describe('Only accounts this condition is true of: segment == "enterprise".'),
  }),
  async run({ where }, session) {
    const { misplaced, accounts, problems } = await judgeTerritories(session, where)
    return { accounts, right: accounts - misplaced.length, misplaced, problems }
  },
})
