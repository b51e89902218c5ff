import * as z from 'zod'
import { packCustomer, packPath } from '../features/context/pack-customer.ts'
import { modelFactor } from '../formulas/model-factor.ts'
import { dayIn } from '../records/days/calendar.ts'
import { openNamed } from '../workspace/open-named.ts'
import { readTeam } from '../workspace/records.ts'
import { putGenerated } from '../workspace/write/put-generated.ts'
import { asking } from './action.ts'

export default asking({
  name: 'customer context',
  summary: 'Build what to know about a customer, within a budget of tokens and with sources.',
  effect: 'read',
  input: z.object({
    customer: z.string().describe('Slug, domain, external id, name or path of the customer.'),
    tier: z.string().default('compact').describe('How much: compact, standard, extended, or a template of your own.'),
    budget: z.coerce
      .number('a whole number of tokens such as 5000')
      .int('a whole number of tokens such as 5000')
      .min(1, 'a whole number of tokens such as 5000')
      .max(10_000_000, 'at most 10000000 tokens')
      .optional()
      .describe("The most tokens it may have; absent, the tier's own."),
    task: z.string().optional().describe('What it is for, such as "prepare the renewal": what fits comes first.'),
    save: z.boolean().default(false).describe('Write it to documents/context of the customer, which git ignores.'),
    inline: z.number().default(Infinity).describe('Above this many tokens it is written to the file instead of being answered.'),
  }),
  async run({ customer: name, tier, budget, task = '', save, inline }, session) {
    const place = session.place()
    const settings = session.settings()
    const customer = await openNamed(place, name, ['customer'])
    const { factor, tokenizer } = modelFactor(settings.model)
    const pack = await packCustomer(place, customer, {
      tier,
      budget,
      task,
      today: dayIn(settings.timezone, session.now()),
      now: session.now(),
      factor,
      people: session.people(),
      settings,
      team: readTeam(place),
    })
    const { text, tokens, ...rest } = pack.context
    const path = packPath(customer.slug, pack.tier)
    const isWritten = save || tokens > inline
    if (isWritten) putGenerated(place, path, text, session.newId())
    return {
      customer: customer.slug,
      tier: pack.tier,
      budget: pack.budget,
      tokens,
      tokenizer,
      ...(isWritten && { path }),
      ...(tokens <= inline && { text }),
      ...rest,
      removed: pack.removed,
      problems: pack.problems,
    }
  },
})
