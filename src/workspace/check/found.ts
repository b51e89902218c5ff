import type { FieldPath } from '../../records/plan.ts'
import type { Problem } from '../../records/problem.ts'
import { type FrontMatter, fieldPlace } from '../../records/text/front-matter.ts'

/** What a judge found in a record: at which field, and what would be right. */
export type Found = { field: FieldPath; message: string; expected?: string; severity: Problem['severity'] }

/** The same with its place in the file. */
export const locate = (sheet: FrontMatter, { field, ...said }: Found): Problem => ({
  path: sheet.path,
  ...fieldPlace(sheet, field),
  ...said,
})

/** A problem of a file as a whole. */
export const whole = (path: string, severity: Problem['severity'], message: string, expected?: string): Problem => ({
  path,
  line: 1,
  column: 1,
  message,
  ...(expected && { expected }),
  severity,
})

/** The values at a field of a record, `*` standing for every item of a list or every key; only texts are given. */
export function textsAt(value: unknown, field: FieldPath, before: FieldPath = []): [FieldPath, string][] {
  const [key, ...rest] = field
  if (key === undefined) return typeof value === 'string' && value !== '' ? [[before, value]] : []
  if (typeof value !== 'object' || value === null) return []
  const entries = key === '*' ? Object.entries(value) : [[key, (value as Record<string, unknown>)[key]] as const]
  return entries.flatMap(([name, inner]) => textsAt(inner, rest, [...before, name]))
}
