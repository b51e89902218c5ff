import * as z from 'zod'
import { planSet } from '../features/accounts/plan-set.ts'
import type { Unmet } from '../features/pipeline/judge-criteria.ts'
import type { Session } from '../session/open.ts'
import { openDealOf, openNamed } from '../workspace/open-named.ts'
import { type Kept, needTeam } from '../workspace/records.ts'
import { changing } from './action.ts'
import { judgeMove } from './judge-move.ts'

const input = z.object({
  record: z
    .string()
    .describe('What to move: slug, customer/slug, external id, name or path; for a deal, also a customer with one open deal.'),
  stage: z.string().describe('A stage of its workflow, by id or name.'),
  force: z.boolean().default(false).describe('Move although a requirement is unmet; needs --because.'),
  because: z.string().optional().describe('Why; kept in the history.'),
})

/** What a move answers: what was said, what the stage advises and is still missing, and which requirements were set aside. */
export type Moved = { said: string; advice: Unmet[]; exceptions: Unmet[] }

/** An action that moves a record to a stage of its workflow, if the stage's requirements are met. */
export const moving = (about: 'deal' | 'customer', summary: string) =>
  changing({
    name: `${about} move`,
    summary,
    effect: 'write',
    input,
    async decide({ record: typed, stage, force, because }, session) {
      const record = await open(session, about, typed)
      const { edits, advice, exceptions } = await judgeMove(session, record, stage, { because: force ? because : undefined })
      const { plan, said } = planSet(record, record.called, edits, needTeam(session.place()))
      const why =
        exceptions.length > 0 ? `${because} (unmet: ${exceptions.map(({ criterion }) => criterion).join('; ')})` : because
      return { plan: { ...plan, ...(why && { because: why }) }, answer: { said, advice, exceptions } satisfies Moved }
    },
  })

const open = async (
  session: Session,
  about: 'deal' | 'customer',
  typed: string,
): Promise<Kept<'deal' | 'customer'> & { called: string }> =>
  about === 'deal' ? openDealOf(session.place(), typed) : openNamed(session.place(), typed, ['customer'])
