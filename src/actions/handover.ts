import * as z from 'zod'
import { Failure } from '../failure.ts'
import { findHeld } from '../features/handover/find-held.ts'
import { refuseAway } from '../features/handover/need-heir.ts'
import { planHandover } from '../features/handover/plan-handover.ts'
import { sayCount } from '../formulas/say-figure.ts'
import { readAlerts } from '../workspace/book/read-alerts.ts'
import { listRecords } from '../workspace/records.ts'
import { resolveRecord } from '../workspace/resolve.ts'
import { tellOpen } from '../workspace/workflows.ts'
import { changing } from './action.ts'
import { answerRecords } from './listing.ts'

export default changing({
  name: 'handover',
  summary: 'Give a customer with its open deals and tasks to somebody else, and write down what they must know.',
  effect: 'write',
  input: z.object({
    whose: z.string().optional().describe('A customer; or a person of the team, for all that is theirs.'),
    to: z.string().optional().describe('Who takes over: a person of the team.'),
    from: z.string().optional().describe("Only what is this person's; absent, what is the customer's owner's."),
    deals: z.boolean().default(false).describe('Only the open deals (with --tasks: and tasks); the customer keeps its owner.'),
    tasks: z.boolean().default(false).describe('Only the open tasks (with --deals: and deals); the customer keeps its owner.'),
    where: z.string().optional().describe('All customers this condition is true of: customer.territory == "emea".'),
    because: z.string().optional().describe('Why; kept in the document and the history.'),
  }),
  async decide({ whose, to: heir, from: named, deals, tasks, where, because }, session) {
    const [place, people, day] = [session.place(), session.people(), await session.today()]
    if (!heir) throw new Failure('Who takes over? Nobody was named.', { hint: 'dossier handover acme --to ben', exitCode: 2 })
    if ((whose === undefined) === (where === undefined))
      throw new Failure(
        whose ? 'Either a name or --where says what is handed over, not both.' : 'What is handed over? Nothing was named.',
        {
          hint: `dossier handover acme --to ${heir}, or --where 'owner == "ada"'`,
          exitCode: 2,
        },
      )
    const to = people.need(heir)
    const team = listRecords(place, 'person').records
    refuseAway(to, team.find(({ slug }) => slug === to)?.value, day)
    const parts = deals || tasks ? { customer: false, deals, tasks } : { customer: true, deals: true, tasks: true }
    const found = whose === undefined ? undefined : await resolveRecord(place, whose, ['customer', 'person'])
    const from = found?.kind === 'person' ? found.slug : named === undefined ? undefined : people.need(named)
    const customers =
      found?.kind === 'customer'
        ? [found.slug]
        : found
          ? await findHeld(place, found.slug, people)
          : (await answerRecords('customer', { where, archived: false }, session)).rows.map(({ slug }) => slug)
    const { draft, handed } = planHandover(place, customers, {
      to,
      from,
      parts,
      people,
      because,
      day,
      by: await session.me(),
      currency: session.settings().currency,
      isOpen: tellOpen(place),
      alerts: readAlerts(place).alerts,
    })
    const what = handed.length === 1 ? handed[0]!.customer : sayCount(handed.length, 'customer')
    const subject =
      handed.length > 0
        ? `${what}: handed over to ${to}`
        : `Nothing to hand over: no ${where && customers.length === 0 ? 'customer fits this condition' : "customer, open deal or task is somebody else's"}`
    return {
      plan: { subject, edits: draft.edits(), ...(because && { because }) },
      answer: { said: subject, path: handed[0]?.document ?? '', to, handed },
    }
  },
})
