import { Duration, UnsignedInt } from '@marcbachmann/cel-js/evaluator'
import { nameKind } from './enter.ts'
import { goWrong, judgeOperands } from './failed.ts'
import { type Frame, type Step, spend } from './step.ts'

export type Sum = '+' | '-' | '*' | '/' | '%'

const LONGEST = 1_000_000

const wholes: Record<Sum, (a: bigint, b: bigint) => bigint> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
}
const fractions: Record<Sum, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
}

/** Makes `a + b` and its kin. Whole numbers of the text stay whole; with a number of a file they become what that is. */
export function buildSum(op: Sum, left: Step, right: Step): Step['run'] {
  return (frame) => {
    const x = left.run(frame)
    const y = right.run(frame)
    const answer = calculate(frame, op, x, y)
    if (answer !== undefined) return answer
    const sides = [
      { value: x, names: left.names },
      { value: y, names: right.names },
    ]
    return judgeOperands(sides, () => `${nameKind(x)} ${op} ${nameKind(y)} has no answer`)
  }
}

/** Makes `-a`. */
export function buildNegation(step: Step): Step['run'] {
  return (frame) => {
    const x = step.run(frame)
    if (typeof x === 'number') return -x
    if (typeof x === 'bigint') return keepWhole(-x)
    return judgeOperands([{ value: x, names: step.names }], () => `${nameKind(x)} has no negative`)
  }
}

function calculate(frame: Frame, op: Sum, x: unknown, y: unknown): unknown {
  if (typeof x === 'bigint' && typeof y === 'bigint') return y === 0n && isDivision(op) ? byZero : keepWhole(wholes[op](x, y))
  if (isNumber(x) && isNumber(y)) return Number(y) === 0 && isDivision(op) ? byZero : fractions[op](Number(x), Number(y))
  if (x instanceof UnsignedInt && y instanceof UnsignedInt) {
    if (y.valueOf() === 0n && isDivision(op)) return byZero
    const sum = wholes[op](x.valueOf(), y.valueOf())
    return sum === BigInt.asUintN(64, sum) ? new UnsignedInt(sum) : overflow
  }
  if (op === '+' && typeof x === 'string' && typeof y === 'string') {
    spend(frame, (x.length + y.length) >> 4)
    return x.length + y.length > LONGEST ? tooLong : x + y
  }
  if (op === '+' && Array.isArray(x) && Array.isArray(y)) {
    spend(frame, x.length + y.length)
    return [...x, ...y]
  }
  return moveTime(op, x, y)
}

function moveTime(op: Sum, x: unknown, y: unknown): unknown {
  const sign = op === '+' ? 1 : op === '-' ? -1 : 0
  if (sign === 0) return undefined
  if (x instanceof Date && y instanceof Duration) return keepTime(x.getTime() + sign * y.valueOf())
  if (x instanceof Duration && y instanceof Date && sign === 1) return keepTime(y.getTime() + x.valueOf())
  if (x instanceof Duration && y instanceof Duration) return Duration.fromMilliseconds(x.valueOf() + sign * y.valueOf())
  if (x instanceof Date && y instanceof Date && sign === -1) return Duration.fromMilliseconds(x.getTime() - y.getTime())
  return undefined
}

const isNumber = (value: unknown): value is number | bigint => typeof value === 'number' || typeof value === 'bigint'
const isDivision = (op: Sum) => op === '/' || op === '%'
const byZero = goWrong('division by zero')
const overflow = goWrong('the number is too large')
const tooLong = goWrong('the text is too long')
const noTime = goWrong('the time is out of range')

const keepWhole = (value: bigint) => (value === BigInt.asIntN(64, value) ? value : overflow)
const keepTime = (time: number) => (Number.isNaN(new Date(time).getTime()) ? noTime : new Date(time))
