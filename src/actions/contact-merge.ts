import * as z from 'zod'
import { Failure } from '../failure.ts'
import { planContactMerge } from '../features/merging/plan-contact-merge.ts'
import { refuseArchived, refuseBroken, refuseSelf, refuseUnsaved } from '../features/merging/refuse-merge.ts'
import { openNamed } from '../workspace/open-named.ts'
import { needTeam } from '../workspace/records.ts'
import { changing } from './action.ts'

export default changing({
  name: 'contact merge',
  summary: 'Make two contacts one: the second becomes part of the first, and everything that names it is relinked.',
  effect: 'write',
  input: z.object({
    into: z.string().describe('The contact that stays: slug, customer/slug, e-mail, name or path.'),
    from: z.string().describe('The contact that becomes part of it, at the same customer or another.'),
  }),
  async decide({ into: a, from: b }, session) {
    const place = session.place()
    const into = await openNamed(place, a, ['contact'])
    const from = await openNamed(place, b, ['contact'])
    await refuseSelf(place, [a, b], [into, from])
    if (into.customer === '_unassigned' && from.customer !== '_unassigned')
      throw new Failure(`${into.called} belongs to no customer yet, and ${from.called} does.`, {
        hint: `merge the other way round: dossier contact merge ${from.called} ${into.called}`,
        exitCode: 2,
      })
    refuseArchived(into, from)
    refuseBroken(into, from)
    await refuseUnsaved(place, from.called, [from.path])
    const { plan, answer } = await planContactMerge(place, into, from, { day: await session.today(), team: needTeam(place) })
    return { plan, answer: { said: plan.subject, path: into.path, ...answer } }
  },
})
