import { type Move, planMove } from '../features/pipeline/plan-move.ts'
import type { FieldEdit } from '../records/schema/field-values.ts'
import type { Session } from '../session/open.ts'
import { asIfSet, type Kept, readTeam } from '../workspace/records.ts'
import { namesFor, scopeOf } from '../workspace/scope.ts'
import { needStage, workflowOf } from '../workspace/workflows.ts'

type Moved = Kept<'deal' | 'customer'> & { called: string }

/** Judges a move into a stage by the record's workflow, as the record will be once `others` are set. */
export async function judgeMove(
  session: Session,
  record: Moved,
  typed: string,
  { others = [], because }: { others?: FieldEdit[]; because?: string | undefined },
): Promise<Move> {
  const place = session.place()
  const team = readTeam(place)
  const [today, zone, me] = [await session.today(), await session.zone(), await session.me()]
  const then = asIfSet(record, others, team)
  const stage = needStage(workflowOf(place, then.kind, then.value), typed)
  const scope = scopeOf(place, then, { today, zone, me, team })
  return planMove({ about: then.kind, called: record.called, stage, names: namesFor(team), scope, today, because })
}
