import * as z from 'zod'
import { packCustomer } from '../features/context/pack-customer.ts'
import { chooseItems } from '../features/context/saved/choose-items.ts'
import { openNamed } from '../workspace/open-named.ts'
import { asking } from './action.ts'
import customerContext from './customer-context.ts'
import { limit } from './limit.ts'
import { packingOf } from './packing.ts'

const { customer, tier, budget, task } = customerContext.input.shape

export default asking({
  name: 'context explain',
  summary: 'Tell of each thing a context could say how much of it is said, and why.',
  effect: 'read',
  input: z.object({
    customer,
    tier,
    budget,
    task,
    item: z.string().optional().describe('Only what stands in this file or folder, or has these words in it.'),
    limit: limit.default(40).describe('At most so many, what is worth most first.'),
  }),
  async run({ customer: name, tier: size, budget: most, task: purpose = '', item, limit: shown }, session) {
    const place = session.place()
    const asked = packingOf(session, { tier: size, budget: most, task: purpose })
    const record = await openNamed(place, name, ['customer'])
    const { context, items, tier: made, budget: room, problems } = await packCustomer(place, record, asked)
    const chosen = chooseItems(context.items, items, item)
    return {
      customer: record.slug,
      tier: made,
      budget: room,
      tokens: context.tokens,
      tokenizer: asked.tokenizer,
      items: chosen.slice(0, shown),
      total: chosen.length,
      all: context.items.length,
      problems,
    }
  },
})
