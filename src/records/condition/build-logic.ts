import { nameKind } from './enter.ts'
import { judgeOperands } from './failed.ts'
import { combine } from './site.ts'
import type { Step } from './step.ts'

/** Makes `||` (decided by a true side) and `&&` (decided by a false one): the other side may then be unanswerable. */
export function buildLogic(decider: boolean, left: Step, right: Step): Step {
  return combine([left, right], () => (frame) => {
    const x = left.run(frame)
    if (x === decider) return decider
    const y = right.run(frame)
    if (y === decider) return decider
    if (x === !decider && y === !decider) return !decider
    const unfit = [
      x === !decider ? [] : [{ value: x, names: left.names }],
      y === !decider ? [] : [{ value: y, names: right.names }],
    ]
    return judgeOperands(unfit.flat(), () => `${nameKind(x === !decider ? y : x)} is not true or false`)
  })
}

/** Makes `!x`. */
export function buildNot(step: Step): Step {
  return combine([step], () => (frame) => {
    const x = step.run(frame)
    return typeof x === 'boolean' ? !x : judgeTruth(x, step)
  })
}

/** Makes `x ? y : z`; only the side that is chosen is run. */
export function buildChoice(test: Step, yes: Step, no: Step): Step {
  return combine([test, yes, no], () => (frame) => {
    const x = test.run(frame)
    return x === true ? yes.run(frame) : x === false ? no.run(frame) : judgeTruth(x, test)
  })
}

/** The failure of something that should have been true or false. */
export const judgeTruth = (value: unknown, { names }: { names: readonly string[] }) =>
  judgeOperands([{ value, names }], () => `${nameKind(value)} is not true or false`)
