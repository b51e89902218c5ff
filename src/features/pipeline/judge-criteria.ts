import { compileCondition } from '../../records/condition/compile.ts'
import { evaluate } from '../../records/condition/evaluate.ts'
import type { Names } from '../../records/condition/names.ts'
import type { Scope } from '../../records/condition/step.ts'
import type { Workflow } from '../../records/kinds/workflow.ts'

/** A criterion of a stage that a record does not meet, and why. */
export type Unmet = { criterion: string; because: string }

/** Which of a stage's criteria do not hold. One that cannot be read counts as unmet and says what is wrong with it. */
export function judgeCriteria(criteria: readonly string[], about: Workflow['about'], names: Names, scope: Scope): Unmet[] {
  return criteria.flatMap((criterion) => {
    const { condition, problems } = compileCondition(criterion, { about, names, clock: 'rule' })
    if (!condition) return [{ criterion, because: problems.map(({ message }) => message).join(' ') }]
    const { holds, noData } = evaluate(condition, scope)
    if (holds) return []
    return [
      { criterion, because: noData?.length ? `no data: ${noData.join(', ')}` : (sayMissing(criterion) ?? 'it does not hold') },
    ]
  })
}

/** `lost_reason != null` in the words of whoever has to fill it in. */
const sayMissing = (criterion: string) => {
  const [, field] = /^\s*([\w.]+)\s*!=\s*null\s*$/.exec(criterion) ?? []
  return field && `${field} is missing`
}
