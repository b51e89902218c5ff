import * as z from 'zod'
import { mistypedFor } from './say-issue.ts'
import { unwrap } from './schema-of.ts'

/** Keys that no schema knows but that stand within two letters of a known one that is absent. */
export function findTypos(schema: z.core.$ZodType, data: unknown, path: string[] = []): { path: string[]; meant: string }[] {
  const at = unwrap(schema)
  if (Array.isArray(data))
    return at instanceof z.ZodArray ? data.flatMap((item, i) => findTypos(at.element, item, [...path, `${i}`])) : []
  if (typeof data !== 'object' || data === null) return []
  if (at instanceof z.ZodRecord) return entries(data).flatMap(([key, value]) => findTypos(at.valueType, value, [...path, key]))
  if (at instanceof z.ZodUnion) return at.options.flatMap((option) => findTypos(option, data, path))
  if (!(at instanceof z.ZodObject)) return []

  const absent = Object.keys(at.shape).filter((key) => !Object.hasOwn(data, key))
  return entries(data).flatMap(([key, value]) => {
    if (Object.hasOwn(at.shape, key)) return findTypos(at.shape[key], value, [...path, key])
    const meant = mistypedFor(key, absent, 2)[0]
    return meant ? [{ path: [...path, key], meant }] : []
  })
}

const entries = (data: object) => Object.entries(data)
