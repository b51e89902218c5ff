import { type Move, planMove } from '../features/pipeline/plan-move.ts'
import type { FieldEdit } from '../records/schema/field-values.ts'
import { requiredAt } from '../records/schema/required-at.ts'
import type { Session } from '../session/open.ts'
import { asIfMade, asIfSet, type Kept, needTeam } from '../workspace/records.ts'
import { namesFor, openComputed, scopeOf } from '../workspace/scope.ts'
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
  const team = needTeam(place)
  const [today, zone, me] = [await session.today(), await session.zone(), await session.me()]
  const then = asIfSet(record, others, team)
  const workflow = workflowOf(place, then.kind, then.value)
  const found = needStage(workflow, typed)
  const stage = { ...found, require: [...found.require, ...requiredAt(then.kind, found, workflow.value.stages, team)] }
  const asked = { now: session.now(), zone, settings: session.settings(), people: session.people(), team }
  const scope = scopeOf(place, then, { today, zone, me, team, computed: openComputed(place, asked)(then) })
  return planMove({ about: then.kind, called: record.called, stage, names: namesFor(team), scope, today, because })
}

/** Judges the stage a new record is made in, by the same workflow. Throws what a move there would throw. */
export async function judgeNew(session: Session, kind: 'deal' | 'customer', path: string, text: string): Promise<void> {
  const made = asIfMade(kind, path, text, needTeam(session.place()))
  if (made?.value.stage) await judgeMove(session, Object.assign(made, { called: made.value.name }), made.value.stage, {})
}
