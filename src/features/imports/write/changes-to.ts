import { isDeepStrictEqual } from 'node:util'
import type { FieldEdit } from '../../../records/schema/field-values.ts'

/** Lists of what a record is known by only grow; others are what the file says. */
const growing = new Set(['aliases', 'domains', 'emails', 'tags'])

/** What has to change in a record so that it says what a row says. What the row leaves empty, and what only the record knows, stays. */
export function changesTo(value: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): FieldEdit[] {
  return Object.entries(wanted).flatMap(([key, next]): FieldEdit[] => {
    const now = value[key]
    if (next === undefined || isDeepStrictEqual(now, next)) return []
    if (isMap(next) && Object.keys(next).length === 0) return []
    if (growing.has(key) && Array.isArray(next))
      return next
        .filter((item) => !(Array.isArray(now) && now.includes(item)))
        .map((item: unknown) => ({ do: 'add', field: [key], value: item }))
    if (key === 'lines' && Array.isArray(next) && isWorkedOn(now)) {
      const missing = next.filter((line: Line) => !now.some(({ product }) => product === line.product))
      return missing.length > 0 ? [{ do: 'set', field: [key], value: [...now, ...missing] }] : []
    }
    if (!isMap(next)) return [{ do: 'set', field: [key], value: next }]
    if (!isMap(now)) return [{ do: 'set', field: [key], value: next }]
    return Object.entries(next)
      .filter(([inner, member]) => member !== undefined && !isDeepStrictEqual(now[inner], member))
      .map(([inner, member]) => ({ do: 'set', field: [key, inner], value: member }))
  })
}

type Line = { product?: unknown }

/** Whether somebody gave the lines of a deal more than the names of products, which is all that an import knows. */
const isWorkedOn = (lines: unknown): lines is Line[] =>
  Array.isArray(lines) && lines.some((line) => isMap(line) && Object.keys(line).length > 1)

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
