import { Failure } from '../../failure.ts'
import type { Names } from '../../records/condition/names.ts'
import type { Scope } from '../../records/condition/step.ts'
import type { Stage, Workflow } from '../../records/kinds/workflow.ts'
import type { FieldEdit } from '../../records/schema/field-values.ts'
import { judgeCriteria, type Unmet } from './judge-criteria.ts'

type Asked = {
  about: Workflow['about']
  called: string
  stage: Stage
  names: Names
  scope: Scope
  today: string
  /** Why the move is made although a criterion is unmet; absent, such a move is refused. */
  because?: string | undefined
}

/** What a move comes to: the fields it sets, what is advised and still missing, and which requirement was set aside. */
export type Move = { edits: FieldEdit[]; advice: Unmet[]; exceptions: Unmet[] }

/** Decides a move into a stage. Throws a Failure (exit 4) that lists each requirement not met. */
export function planMove({ about, called, stage, names, scope, today, because }: Asked): Move {
  const exceptions = judgeCriteria(stage.require, about, names, scope)
  if (exceptions.length > 0 && !because)
    throw new Failure(
      `${called} cannot move to ${stage.id} yet:\n${exceptions.map(({ criterion, because: why }) => `  ${criterion}  (${why})`).join('\n')}`,
      {
        hint: 'set what is missing, or record the exception: --force --because "…"',
        exitCode: 4,
      },
    )
  const closing: FieldEdit[] =
    about === 'deal' && stage.outcome !== 'open' ? [{ do: 'set', field: ['close_date'], value: today }] : []
  return {
    edits: [{ do: 'set', field: ['stage'], value: stage.id }, ...closing],
    advice: judgeCriteria(stage.advise, about, names, scope),
    exceptions,
  }
}
