import * as z from 'zod'
import { isParentOf } from '../features/merging/choose-parent.ts'
import { planCustomerMerge, readParents } from '../features/merging/plan-customer-merge.ts'
import { refuseArchived, refuseBroken, refuseSelf, refuseUnsaved } from '../features/merging/refuse-merge.ts'
import { openNamed } from '../workspace/open-named.ts'
import { needTeam } from '../workspace/records.ts'
import { changing } from './action.ts'

export default changing({
  name: 'customer merge',
  summary: 'Make two customers one: the second becomes part of the first, and everything that names it is relinked.',
  effect: 'write',
  input: z.object({
    into: z.string().describe('The customer that stays: slug, domain, external id, name or path.'),
    from: z.string().describe('The customer that becomes part of it.'),
  }),
  async decide({ into: a, from: b }, session) {
    const place = session.place()
    const team = needTeam(place)
    const into = await openNamed(place, a, ['customer'])
    const from = await openNamed(place, b, ['customer'])
    await refuseSelf(place, [a, b], [into, from])
    refuseArchived(into, from)
    refuseBroken(into, from)
    await refuseUnsaved(place, from.slug, [`customers/${from.slug}`])
    const parentOf = readParents(place)
    const { plan, answer } = await planCustomerMerge(place, into, from, { day: await session.today(), team, parentOf })
    const isParent = isParentOf(from.slug, into.slug, parentOf)
    const question = `${from.slug} is the parent of ${into.slug}: its files would become those of its own subsidiary. Merge it all the same?`
    return {
      plan,
      answer: { said: `${into.slug}: ${from.slug} merged into it`, path: into.path, ...answer, ...(isParent && { question }) },
      ...(isParent && { asks: question }),
    }
  },
})
