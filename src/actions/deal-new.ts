import * as z from 'zod'
import { planNew } from '../features/accounts/plan-new.ts'
import { folderNamed } from '../workspace/open-named.ts'
import { openRecord } from '../workspace/records.ts'
import { isCustomer, slugsIn } from '../workspace/tree.ts'
import { firstStage } from '../workspace/workflows.ts'
import { changing } from './action.ts'
import { judgeNew } from './judge-move.ts'
import { readValues } from './read-values.ts'

export default changing({
  name: 'deal new',
  summary: 'Make a deal with a customer.',
  effect: 'write',
  input: z.object({
    customer: z.string().describe('The customer, or _unassigned for a deal that belongs to none yet.'),
    name: z.string().trim().min(1, 'a deal needs a name').describe('What the deal is called.'),
    values: z.array(z.string()).default([]).describe('key=value: amount=24000 close_date=2026-12-31 type=renewal.'),
  }),
  async decide({ customer: typed, name, values }, session) {
    const place = session.place()
    const folder = await folderNamed(place, typed)
    const edits = await readValues(session, 'deal', values)
    const given = (key: string) => edits.find(({ field }) => field.join('.') === key)?.value
    const owner = isCustomer(place, folder)
      ? openRecord(place, 'customer', `customers/${folder}/customer.md`).value.owner
      : undefined
    const workflow = given('workflow')
    const { plan, said, slug, path, text } = planNew({
      kind: 'deal',
      name,
      pathOf: (own) => `customers/${folder}/deals/${own}.md`,
      defaults: {
        owner: owner ?? (await session.me()),
        stage: firstStage(place, 'deal', typeof workflow === 'string' ? workflow : undefined),
        currency: given('amount') === undefined ? undefined : session.settings().currency,
        opened: await session.today(),
      },
      edits,
      taken: slugsIn(place, 'deal', folder),
    })
    await judgeNew(session, 'deal', path, text)
    return { plan: { ...plan, subject: `${folder}/${plan.subject}` }, answer: { said, slug, customer: folder, path } }
  },
})
