import * as z from 'zod'
import { Failure } from '../failure.ts'
import { findPacks } from '../features/context/saved/find-packs.ts'
import { judgePacks } from '../features/context/saved/judge-packs.ts'
import { dayIn } from '../records/days/calendar.ts'
import type { Session } from '../session/open.ts'
import { openNamed } from '../workspace/open-named.ts'
import { readTeam } from '../workspace/records.ts'
import { asking } from './action.ts'

/** Which saved packs are meant: those of one customer, else of all; `--all` only says so. */
export const whosePacks = {
  customer: z.string().optional().describe('Slug, domain, external id, name or path of the customer; absent, all customers.'),
  all: z.boolean().default(false).describe('All customers, as without one.'),
}

/** The customers whose packs are meant; undefined for all. Throws a Failure where one is named and all are meant, or in the past. */
export async function customersMeant(session: Session, { customer, all }: { customer?: string | undefined; all: boolean }) {
  if (session.asOf())
    throw new Failure('Saved contexts are no part of history, so there is no telling how they stood then.', {
      hint: 'leave --as-of out',
      exitCode: 2,
    })
  if (customer === undefined) return undefined
  if (all) throw new Failure('--all means every customer, and one is named.', { hint: 'leave one of the two out', exitCode: 2 })
  return [(await openNamed(session.place(), customer, ['customer'])).slug]
}

export default asking({
  name: 'context stale',
  summary: 'List saved contexts that are not true any more, and why.',
  effect: 'read',
  input: z.object(whosePacks),
  async run(asked, session) {
    const customers = await customersMeant(session, asked)
    const place = session.place()
    const packs = findPacks(place, customers)
    const today = dayIn(session.settings().timezone, session.now())
    const judged = judgePacks(place, packs, { today, team: readTeam(place) })
    const stale = judged.flatMap(({ pack: { customer, tier, path, manifest }, causes }) =>
      causes.length === 0 ? [] : [{ customer, tier, path, made: manifest?.asOf ?? null, causes }],
    )
    return { stale, fresh: packs.length - stale.length, today }
  },
})
