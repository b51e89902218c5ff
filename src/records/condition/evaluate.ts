import type { Condition } from './compile.ts'
import { leaveValue, nameKind } from './enter.ts'
import { type Failed, goWrong, isFailed, judgeOperands } from './failed.ts'
import type { Scope } from './step.ts'

/** What came of asking. `noData` are the absent values that left it open, `wrong` is what else did; either way it does not hold. */
export type Verdict = {
  readonly holds: boolean
  readonly value: unknown
  readonly noData?: readonly string[]
  readonly wrong?: string
}

const WORK = 5_000_000
const yes: Verdict = Object.freeze({ holds: true, value: true })
const no: Verdict = Object.freeze({ holds: false, value: false })

/** The work that all evaluations of one question may do together; it shrinks as they do it. */
export type Purse = { left: number }

/** Asks a condition of one subject. Never throws for what the files hold. */
export function evaluate(condition: Condition, scope: Scope, purse?: Purse): Verdict {
  const value = runBounded(condition, scope, purse)
  if (value === true) return yes
  if (value === false) return no
  const failure = isFailed(value)
    ? value
    : judgeOperands([{ value, names: condition.reads }], () => `${nameKind(value)} is not true or false`)
  return { holds: false, value: isFailed(value) ? null : leaveValue(value), ...tellFailure(failure) }
}

/** Works out what a mapping gives, as plain data. An absent field gives null; what had no answer gives null and says why. */
export function evaluateValue(expression: Condition, scope: Scope): Omit<Verdict, 'holds'> {
  const value = runBounded(expression, scope)
  return isFailed(value) ? { value: null, ...tellFailure(value) } : { value: leaveValue(value) }
}

function tellFailure({ noData, wrong }: Failed): Pick<Verdict, 'noData' | 'wrong'> {
  return { ...(noData.length > 0 ? { noData } : {}), ...(wrong ? { wrong } : {}) }
}

function runBounded(condition: Condition, scope: Scope, purse?: Purse): unknown {
  const most = purse ? Math.min(WORK, purse.left) : WORK
  const frame = { scope, left: most, outer: null, inner: null }
  try {
    return condition.run(frame)
  } catch (error) {
    if (error instanceof RangeError) return goWrong(error.message)
    throw error
  } finally {
    if (purse) purse.left -= most - frame.left
  }
}
