import type { FieldPath } from './plan.ts'

/** A copy of data with the value at a path replaced; a path that is not there leaves it as it is. */
export function withValue(data: unknown, [key, ...rest]: FieldPath, value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(data)) return data.map((item, n) => (String(n) === key ? withValue(item, rest, value) : item))
  return Object.fromEntries(
    Object.entries(data as object).map(([name, item]) => [name, name === key ? withValue(item, rest, value) : item]),
  )
}
