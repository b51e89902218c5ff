import { isScalar, type Node } from 'yaml'
import type * as z from 'zod'
import type { FrontMatter } from '../text/front-matter.ts'
import { sayFound, sayPath } from './say-issue.ts'

type Path = readonly PropertyKey[]
type Data = Record<string, unknown>
type Note = { path: Path; message: string; expected: string }

/** The value at a path of plain data; undefined when there is none. */
export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  )

/** Reads data by a schema. Only the data's own keys count: what every object inherits, such as `constructor`, is no value. */
export const parseOwn = (schema: z.ZodObject, data: Data) => schema.safeParse(Object.assign(Object.create(null), data))

/** A copy without the keys whose value is null: in a record null means absent. Items of lists stay; a YAML alias to its own parent goes. */
export function withoutNulls(data: unknown, parents: readonly unknown[] = []): unknown {
  if (typeof data !== 'object' || data === null) return data
  if (parents.includes(data)) return undefined
  const inside = [...parents, data]
  if (Array.isArray(data)) return data.map((item) => withoutNulls(item, inside))
  const kept = Object.entries(data).filter(([, value]) => value !== null)
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutNulls(value, inside)]))
}

function withoutGaps(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data
  if (Array.isArray(data)) return data.filter((item) => item !== undefined && item !== null).map(withoutGaps)
  const kept = Object.entries(data).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutGaps(value)]))
}

function put(data: Data, path: Path, value: unknown): void {
  const parent = valueAt(data, path.slice(0, -1)) as Record<PropertyKey, unknown> | undefined
  if (parent && path.length > 0) parent[path.at(-1)!] = value
}

/** A copy without what the schema refuses; what lacks a required part goes as a whole, and so does an entry of a list where `wholly`. */
export function drop(data: Data, issues: readonly z.core.$ZodIssue[], wholly = false): Data {
  const kept = structuredClone(data)
  for (const { path } of issues) {
    const missing = valueAt(data, path) === undefined
    put(kept, wholly ? path.slice(0, 2) : missing && path.length > 1 ? path.slice(0, -1) : path, undefined)
  }
  return withoutGaps(kept) as Data
}

/** Reads what is plain to a person though not to YAML: a number where text belongs, one word where a list belongs. */
export function mend(schema: z.ZodObject, sheet: FrontMatter, data: Data, issues: readonly z.core.$ZodIssue[]) {
  let mended = data
  const notes: Note[] = []
  for (const issue of issues) {
    const { path } = issue
    const found = valueAt(mended, path)
    const meant = guess(sheet, issue, found)
    if (meant === undefined) continue
    const trial = structuredClone(mended)
    put(trial, path, meant)
    const left = parseOwn(schema, trial).error?.issues ?? []
    if (left.some((other) => path.every((key, index) => other.path[index] === key))) continue
    mended = trial
    const isList = Array.isArray(meant)
    const read = isList ? `[${meant.join(', ')}]` : `"${meant}"`
    const message = `${sayPath(path)}: ${sayFound(found)} is not ${isList ? 'a list' : 'text'}; read as ${read}.`
    notes.push({ path, message, expected: isList ? read : `${read}, in quotes` })
  }
  return { data: mended, notes }
}

function guess(sheet: FrontMatter, issue: z.core.$ZodIssue, found: unknown): string | string[] | undefined {
  if (typeof found === 'number' || typeof found === 'boolean') {
    const node = sheet.document.getIn(issue.path.map(String), true) as Node | undefined
    return isScalar(node) ? (node.source ?? String(found)) : String(found)
  }
  if (issue.code !== 'invalid_type' || issue.expected !== 'array' || typeof found !== 'string') return undefined
  return found
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)
}
