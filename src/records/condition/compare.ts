import { Duration, UnsignedInt } from '@marcbachmann/cel-js/evaluator'
import { dayIn } from '../days/calendar.ts'
import { isDay } from './days.ts'
import { enterValue, isMap, nameKind } from './enter.ts'
import { isFailed, judgeOperands } from './failed.ts'
import { CALENDAR, type Frame, type Step, spend } from './step.ts'

export type Order = '<' | '<=' | '>' | '>='
type Comparable = number | bigint | string | boolean | Date | Duration

const orders: Record<Order, (a: Comparable, b: Comparable) => boolean> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

/** Makes `a < b` and its kin: numbers of both kinds with each other, text, times; a time with a plain day by its local day. */
export function buildOrder(op: Order, left: Step, right: Step): Step['run'] {
  const first = easeLiteral(left)
  const second = easeLiteral(right)
  const slow = (frame: Frame, x: unknown, y: unknown) => {
    spend(frame, sizeOf(x, y))
    const pair = matchUp(frame, x, y)
    if (pair) return orders[op](pair[0], pair[1])
    const sides = [
      { value: x, names: left.names },
      { value: y, names: right.names },
    ]
    return judgeOperands(sides, () => `${nameKind(x)} cannot be compared with ${nameKind(y)}`)
  }
  const make: Record<Order, Step['run']> = {
    '<': (frame) => {
      const x = first(frame)
      const y = second(frame)
      return typeof x === 'number' && typeof y === 'number' ? x < y : slow(frame, x, y)
    },
    '<=': (frame) => {
      const x = first(frame)
      const y = second(frame)
      return typeof x === 'number' && typeof y === 'number' ? x <= y : slow(frame, x, y)
    },
    '>': (frame) => {
      const x = first(frame)
      const y = second(frame)
      return typeof x === 'number' && typeof y === 'number' ? x > y : slow(frame, x, y)
    },
    '>=': (frame) => {
      const x = first(frame)
      const y = second(frame)
      return typeof x === 'number' && typeof y === 'number' ? x >= y : slow(frame, x, y)
    },
  }
  return make[op]
}

/** Makes `==` (or `!=`). Null is data here: it equals null and nothing else. */
export function buildEquality(same: boolean, left: Step, right: Step): Step['run'] {
  const first = easeLiteral(left)
  const second = easeLiteral(right)
  return (frame) => {
    const x = first(frame)
    const y = second(frame)
    if (isFailed(x) || isFailed(y))
      return judgeOperands(
        [
          { value: x, names: [] },
          { value: y, names: [] },
        ],
        () => '',
      )
    return areEqual(frame, x, y) === same
  }
}

/** Makes `x in list` and `key in map`. */
export function buildMembership(left: Step, right: Step): Step['run'] {
  return (frame) => {
    const x = left.run(frame)
    const all = right.run(frame)
    if (!isFailed(x) && Array.isArray(all)) return all.some((one) => areEqual(frame, x, enterValue(one)))
    if (typeof x === 'string' && isMap(all) && !isFailed(all)) return Object.hasOwn(all, x) && enterValue(all[x]) !== null
    const sides = [
      { value: x, names: left.names },
      { value: all, names: right.names },
    ]
    return judgeOperands(sides, () => `${nameKind(x)} cannot be in ${nameKind(all)}`)
  }
}

function easeLiteral({ literal, run }: Step): Step['run'] {
  const value = typeof literal === 'bigint' ? Number(literal) : undefined
  return value !== undefined && Number.isSafeInteger(value) ? () => value : run
}

function matchUp(frame: Frame, x: unknown, y: unknown): [Comparable, Comparable] | undefined {
  const a = x instanceof UnsignedInt ? x.valueOf() : x
  const b = y instanceof UnsignedInt ? y.valueOf() : y
  if (isNumber(a) && isNumber(b)) return [a, b]
  if (typeof a === 'string' && typeof b === 'string') return [a, b]
  if (typeof a === 'boolean' && typeof b === 'boolean') return [a, b]
  if (a instanceof Date && b instanceof Date) return [a, b]
  if (a instanceof Duration && b instanceof Duration) return [a, b]
  if (a instanceof Date && isDay(b)) return [findDay(frame, a), b]
  if (b instanceof Date && isDay(a)) return [a, findDay(frame, b)]
  return undefined
}

const isNumber = (value: unknown): value is number | bigint => typeof value === 'number' || typeof value === 'bigint'

const sizeOf = (x: unknown, y: unknown) =>
  typeof x === 'string' && typeof y === 'string' ? 1 + (Math.min(x.length, y.length) >> 4) : 1

function areEqual(frame: Frame, x: unknown, y: unknown, depth = 0): boolean {
  spend(frame, sizeOf(x, y))
  if (x === y) return true
  if (x === null || y === null || depth > 50 || (typeof x === 'number' && typeof y === 'number')) return false
  if (Array.isArray(x) && Array.isArray(y))
    return x.length === y.length && x.every((one, i) => areEqual(frame, enterValue(one), enterValue(y[i]), depth + 1))
  if (isMap(x) && isMap(y)) {
    const keys = Object.keys(x)
    const same = (key: string) => Object.hasOwn(y, key) && areEqual(frame, enterValue(x[key]), enterValue(y[key]), depth + 1)
    return keys.length === Object.keys(y).length && keys.every(same)
  }
  const pair = matchUp(frame, x, y)
  return pair !== undefined && orders['<='](...pair) && orders['>='](...pair)
}

function findDay(frame: Frame, instant: Date): string {
  spend(frame, CALENDAR)
  return dayIn(frame.scope.zone ?? 'UTC', instant)
}
