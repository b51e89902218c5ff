import { distance } from 'fastest-levenshtein'
import type * as z from 'zod'

type Path = readonly PropertyKey[]

const digits = /^-?\d{1,3}(?:[, '’]?\d{3})*(?:\.\d+)?$/

/** What a field's path reads like: `lines[0].unit_price`. */
export const sayPath = (path: Path) =>
  path.map((key, index) => (/^\d+$/.test(String(key)) ? `[${String(key)}]` : `${index ? '.' : ''}${String(key)}`)).join('')

/** What stands in the file, in a few words. */
export function sayFound(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a set of keys and values'
  if (typeof value !== 'string') return `${value as number | boolean}`
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value)
}

/** The names nearest to one that was not found, nearest first; only those that a slip of the hand explains. */
export function mistypedFor(
  wanted: string,
  names: readonly string[],
  within = Math.max(2, Math.floor(wanted.length / 3)),
): string[] {
  const from = wanted.toLowerCase()
  return names
    .map((name) => ({ name, away: distance(from, name.toLowerCase()) }))
    .filter(({ name, away }) => away <= within && away < Math.max(from.length, name.length))
    .sort((a, b) => a.away - b.away)
    .map(({ name }) => name)
}

/** One of the choices, the nearest first. */
export function sayChoices(found: unknown, values: readonly string[]): string {
  const near = typeof found === 'string' ? mistypedFor(found, values) : []
  return `one of ${[...near, ...values.filter((value) => !near.includes(value))].join(', ')}`
}

/** What is wrong with a value and what would be right. The schemas' own messages hold the latter (see field-types). */
export function sayRefusal(path: Path, found: unknown, expected: string): string {
  const name = sayPath(path)
  if (found === undefined) return `${name} is missing.`
  if (found === null) return `${name} is empty.`
  const what = expected.startsWith('one of ')
    ? 'one of the choices'
    : expected.replace(/,? (?:or keys )?such as .*$/, '').replace(/^keys and/, 'a set of keys and')
  return `${name}: ${sayFound(found)} is not ${what}.`
}

/** The issues, each at the place it is about: of alternatives, the one whose outer shape fits is the one that was meant. */
export function pinpoint(issues: readonly z.core.$ZodIssue[], at: Path = []): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path]
    const meant =
      issue.code === 'invalid_union'
        ? issue.errors.find((errors) => errors.length > 0 && errors.every((e) => e.path.length > 0))
        : undefined
    return meant ? pinpoint(meant, path) : [{ ...issue, path }]
  })
}

/** An issue of zod in our words: what is wrong, and what would be right. The schemas' own messages hold the latter (see field-types). */
export function sayIssue(issue: z.core.$ZodIssue, found: unknown): { message: string; expected: string } {
  const right = issue.code === 'invalid_value' ? sayChoices(found, issue.values.map(String)) : issue.message
  const message = sayRefusal(issue.path, found, right)
  if (found === undefined) return { message, expected: `a line "${String(issue.path.at(-1))}:" with ${right}` }
  if (issue.code === 'invalid_type' && issue.expected === 'number' && typeof found === 'string' && digits.test(found))
    return { message, expected: `${found.replace(/[, '’]/g, '')}, without quotes or separators` }
  return { message, expected: right }
}
