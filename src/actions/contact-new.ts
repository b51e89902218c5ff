import * as z from 'zod'
import { planNew } from '../features/accounts/plan-new.ts'
import { folderNamed } from '../workspace/open-named.ts'
import { slugsIn } from '../workspace/tree.ts'
import { changing } from './action.ts'
import { readValues } from './read-values.ts'

export default changing({
  name: 'contact new',
  summary: 'Make a contact at a customer.',
  effect: 'write',
  input: z.object({
    customer: z.string().describe('The customer, or _unassigned for a person who belongs to none yet.'),
    name: z.string().trim().min(1, 'a contact needs a name').describe('The full name.'),
    values: z.array(z.string()).default([]).describe('key=value: email=jo@acme.com title=CFO role=champion.'),
  }),
  async decide({ customer: typed, name, values }, session) {
    const place = session.place()
    const folder = await folderNamed(place, typed)
    const { plan, said, slug, path } = planNew({
      kind: 'contact',
      name,
      pathOf: (own) => `customers/${folder}/contacts/${own}.md`,
      defaults: {},
      edits: await readValues(session, 'contact', values),
      taken: slugsIn(place, 'contact', folder),
    })
    return { plan: { ...plan, subject: `${folder}/${plan.subject}` }, answer: { said, slug, customer: folder, path } }
  },
})
