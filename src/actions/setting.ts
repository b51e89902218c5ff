import * as z from 'zod'
import { planSet } from '../features/accounts/plan-set.ts'
import type { KindName } from '../records/kinds.ts'
import type { FieldEdit } from '../records/schema/field-values.ts'
import type { Session } from '../session/open.ts'
import { openNamed } from '../workspace/open-named.ts'
import { type Kept, needTeam } from '../workspace/records.ts'
import { changing } from './action.ts'
import { judgeMove } from './judge-move.ts'
import { readValues } from './read-values.ts'

const input = z.object({
  record: z.string().describe('Slug, customer/slug, e-mail, domain, external id, name or path of the record.'),
  values: z
    .array(z.string())
    .min(1, 'say what to set, as key=value')
    .describe('key=value, key= to remove, tags+=a, tags-=a, meddpicc.champion=jo-park.'),
  'new-key': z.boolean().default(false).describe('Allow a key that no schema knows.'),
  force: z.boolean().default(false).describe('Move to a stage although a requirement is unmet; needs --because.'),
  because: z.string().optional().describe('Why; kept in the history.'),
})

/** An action that sets fields of one record of these kinds. A stage set so is a move, and is judged like one. */
export const setting = <const K extends KindName>(name: string, summary: string, kinds: readonly K[]) =>
  changing({
    name,
    summary,
    effect: 'write',
    input,
    async decide({ record: typed, values, 'new-key': allowNewKey, force, because }, session) {
      const record = await openNamed(session.place(), typed, kinds)
      const given = await readValues(session, record.kind, values, { allowNewKey, own: Object.keys(record.read.sheet.data) })
      const edits = await withStage(session, record, given, force ? because : undefined)
      const { plan, said } = planSet(record, record.called, edits, needTeam(session.place()))
      return { plan: { ...plan, ...(because && { because }) }, answer: { said } }
    },
  })

/** The edits, with those that a stage among them brings along. */
async function withStage(
  session: Session,
  record: Kept & { called: string },
  edits: FieldEdit[],
  because: string | undefined,
): Promise<FieldEdit[]> {
  const isStage = ({ do: how, field }: FieldEdit) => how === 'set' && field.length === 1 && field[0] === 'stage'
  const typed = edits.find(isStage)?.value
  if (typeof typed !== 'string' || (record.kind !== 'deal' && record.kind !== 'customer')) return edits
  const others = edits.filter((edit) => !isStage(edit))
  const move = await judgeMove(session, record as Kept<'deal' | 'customer'> & { called: string }, typed, { others, because })
  return [...others, ...move.edits.filter(({ field }) => !others.some((edit) => edit.field[0] === field[0]))]
}
