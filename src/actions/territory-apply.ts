import * as z from 'zod'
import { planOwners } from '../features/territories/plan-owners.ts'
import { sayCount } from '../formulas/say-figure.ts'
import { openDealsOf } from '../workspace/open-named.ts'
import { changing } from './action.ts'
import { judgeTerritories } from './territories.ts'

export default changing({
  name: 'territory apply',
  summary: 'Give accounts to who the rules of territories.yaml say.',
  effect: 'write',
  input: z.object({
    where: z.string().optional().describe('Only accounts this condition is true of: segment == "enterprise".'),
    deals: z.boolean().default(false).describe('Open deals of the old owner go along.'),
    apply: z.boolean().default(false).describe('Write it, as one commit; without it, only the plan is shown.'),
  }),
  async decide({ where, deals }, session) {
    const place = session.place()
    const { misplaced, customers, problems } = await judgeTerritories(session, where)
    const { given, edits } = planOwners(misplaced, {
      customerOf: (path) => customers.get(path)!,
      find: (name) => session.people().find(name),
      ...(deals && { openDeals: (customer: string) => openDealsOf(place, customer) }),
    })
    const left = misplaced.filter(({ because }) => because)
    const along = given.reduce((sum, one) => sum + one.deals.length, 0)
    const said = `${sayCount(given.length, 'account')}${along > 0 ? ` and ${sayCount(along, 'open deal')}` : ''} given by territory`
    return {
      plan: { subject: said, edits, because: 'the rules of workspace-setup/territories.yaml' },
      answer: { said, given, left, problems },
    }
  },
})
