import * as z from 'zod'
import { planNew } from '../features/accounts/plan-new.ts'
import { customerSlugs } from '../workspace/tree.ts'
import { firstStage } from '../workspace/workflows.ts'
import { changing } from './action.ts'
import { judgeNew } from './judge-move.ts'
import { readValues } from './read-values.ts'

export default changing({
  name: 'customer new',
  summary: 'Make a customer, with its own folder.',
  effect: 'write',
  input: z.object({
    name: z.string().trim().min(1, 'a customer needs a name').describe('What people call the company.'),
    values: z.array(z.string()).default([]).describe('key=value: domain=acme.com owner=ada industry=Retail.'),
  }),
  async decide({ name, values }, session) {
    const place = session.place()
    const edits = await readValues(session, 'customer', values)
    const { plan, said, slug, path, text } = planNew({
      kind: 'customer',
      name,
      pathOf: (own) => `customers/${own}/customer.md`,
      defaults: { type: 'prospect', stage: firstStage(place, 'customer'), owner: await session.me() },
      edits,
      taken: new Map(customerSlugs(place).map((own) => [own, `customers/${own}`])),
      body: `# ${name}`,
    })
    await judgeNew(session, 'customer', path, text)
    return { plan, answer: { said, slug, path } }
  },
})
