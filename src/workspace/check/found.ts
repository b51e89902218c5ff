import type { FieldPath } from '../../records/plan.ts'
import type { Problem } from '../../records/problem.ts'
import { type ProblemCode, usualSeverity } from '../../records/problem-codes.ts'
import { type FrontMatter, fieldPlace } from '../../records/text/front-matter.ts'

/** What a judge found in a record: what kind of problem, at which field, and what would be right. */
export type Found = { code: ProblemCode; field: FieldPath; message: string; expected?: string }

/** The same with its place in the file. */
export const locate = (sheet: FrontMatter, { field, code, ...said }: Found): Problem => ({
  path: sheet.path,
  ...fieldPlace(sheet, field),
  ...said,
  severity: usualSeverity(code),
  code,
})

/** A problem of a file as a whole, or at a place of it. */
export const whole = (
  path: string,
  code: ProblemCode,
  message: string,
  expected?: string,
  { line, column } = { line: 1, column: 1 },
): Problem => ({
  path,
  line,
  column,
  message,
  ...(expected && { expected }),
  severity: usualSeverity(code),
  code,
})

/** A problem that was found elsewhere, with what kind it is; where it knows that itself, it stays. */
export const codeProblem = (code: ProblemCode, problem: Problem): Problem =>
  problem.code ? problem : { ...problem, severity: usualSeverity(code), code }

/** The values at a field of a record, `*` standing for every item of a list or every key; only texts are given. */
export function textsAt(value: unknown, field: FieldPath, before: FieldPath = []): [FieldPath, string][] {
  const [key, ...rest] = field
  if (key === undefined) return typeof value === 'string' && value !== '' ? [[before, value]] : []
  if (typeof value !== 'object' || value === null) return []
  const entries = key === '*' ? Object.entries(value) : [[key, (value as Record<string, unknown>)[key]] as const]
  return entries.flatMap(([name, inner]) => textsAt(inner, rest, [...before, name]))
}
