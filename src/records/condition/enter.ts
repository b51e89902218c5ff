import { Duration, UnsignedInt } from '@marcbachmann/cel-js/evaluator'
import { goWrong, isFailed } from './failed.ts'
import type { Shape } from './step.ts'

const moods: Record<string, number> = { positive: 1, neutral: 0, negative: -1 }
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/

/** A map or record as files hold them: its own keys are all it has. */
export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof Duration) &&
  !(value instanceof UnsignedInt)

/** How a value of a file enters a condition: absent is null, an instant is a time, everything else as it stands. */
export function enterValue(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return value.length > 16 && value.charCodeAt(10) === 84 && instant.test(value) ? enterTime(value) : value
    case 'undefined':
    case 'function':
    case 'symbol':
      return null
    default:
      return value
  }
}

function enterTime(text: string): Date | string {
  const time = new Date(text)
  return Number.isNaN(time.getTime()) ? text : time
}

/** Reads one key. Absent keys and keys of nothing are null; only own keys are ever seen. */
function readKey(value: unknown, key: string): unknown {
  if (value === null || isFailed(value)) return value
  if (!isMap(value)) return goWrong(`${nameKind(value)} has no "${key}"`)
  return Object.hasOwn(value, key) ? enterValue(value[key]) : null
}

/** Chooses how a key of something of this shape is read, so that the choice costs nothing later. */
export function chooseReader(shape: Shape | undefined, key: string): (value: unknown) => unknown {
  if (typeof shape === 'object' && 'record' in shape && shape.record === 'row') return (value) => readCell(value, key)
  if (shape === 'meddpicc') return (value) => readText(readKey(value, key))
  if (key === 'sentiment' && typeof shape === 'object' && 'record' in shape && shape.record === 'activity')
    return (value) => readMood(readKey(value, key))
  return (value) => readKey(value, key)
}

/** A cell stays the text it is, even where it looks like a time; an empty one is absent. */
function readCell(value: unknown, key: string): unknown {
  const read = isMap(value) && !isFailed(value) && Object.hasOwn(value, key) ? value[key] : readKey(value, key)
  return read === '' ? null : read
}

function readText(value: unknown): unknown {
  return isMap(value) && !isFailed(value) ? readKey(value, 'text') : value
}

function readMood(value: unknown): unknown {
  return typeof value === 'string' && Object.hasOwn(moods, value) ? moods[value] : value
}

/** How a value leaves a condition: numbers as numbers, times as ISO text, maps and lists as plain data. */
export function leaveValue(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value
  if (value instanceof UnsignedInt) return leaveValue(value.valueOf())
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Duration) return value.toString()
  if (Array.isArray(value)) return value.map(leaveValue)
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, leaveValue(inner)]))
  return value
}

/** What a value is, in the words a seller uses. */
export function nameKind(value: unknown): string {
  if (value === null) return 'nothing'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'true or false'
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof UnsignedInt) return 'a number'
  if (value instanceof Date) return 'a time'
  if (value instanceof Duration) return 'a duration'
  return Array.isArray(value) ? 'a list' : 'a record'
}
