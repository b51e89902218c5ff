import * as z from 'zod'
import { Failure } from '../failure.ts'
import { findNextSteps } from '../features/activities/next-steps.ts'
import { targetOf } from '../features/activities/open-who.ts'
import { proposeChanges, sayProposed } from '../features/activities/propose-changes.ts'
import { recordPath } from '../records/kinds.ts'
import type { Session } from '../session/open.ts'
import { lastLogged } from '../workspace/git/last-logged.ts'
import { openNamed } from '../workspace/open-named.ts'
import { openRecord, readTeam } from '../workspace/records.ts'
import { isThere } from '../workspace/tree.ts'
import { changing } from './action.ts'

export default changing({
  name: 'accept',
  summary: 'Apply what follows from a logged activity: the next step it names, or tasks.',
  effect: 'write',
  input: z.object({
    activity: z.string().optional().describe('The activity, by slug or path; else the last one you logged in this clone.'),
  }),
  async decide({ activity: name }, session) {
    const place = session.place()
    const me = await session.needMe()
    const { value, body, path, customer = '' } = await openNamed(place, name ?? (await lastOf(session, me)), ['activity'])
    const dealPath = recordPath('deal', { customer, slug: value.deal ?? '' })
    const contactPath = recordPath('contact', { customer, slug: value.participants?.[0] ?? '' })
    const team = readTeam(place)
    const target = targetOf(place, {
      customer,
      ...(dealPath && isThere(place, dealPath) && { deal: openRecord(place, 'deal', dealPath, team) }),
      ...(contactPath && isThere(place, contactPath) && { contact: openRecord(place, 'contact', contactPath, team) }),
    })
    const by = { day: await session.today(), owner: session.people().find(value.by ?? me) ?? me }
    const { proposals, edits } = proposeChanges(findNextSteps(body.trim(), value.date.slice(0, 10)), target, by)
    const called = value.deal && target?.deal ? `${customer}/${value.deal}` : customer
    const said = proposals.length > 0 ? `${called}: ${sayProposed(proposals)}` : `${called}: nothing to accept`
    const because = `it follows from ${path}`
    return { plan: { subject: said, edits, because }, answer: { path: target?.path ?? path, activity: path, proposals, said } }
  },
})

async function lastOf(session: Session, me: string): Promise<string> {
  const [newest] = await lastLogged(session.place(), me)
  if (newest) return newest
  throw new Failure('You have logged nothing in this clone yet.', {
    hint: 'name the activity; dossier activity list shows them',
    exitCode: 3,
  })
}
