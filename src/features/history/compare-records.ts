import { type KindName, kindOf, slugInPath } from '../../records/kinds.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import { readFrontMatter } from '../../records/text/front-matter.ts'

/** A field's value before and after, null where there was none; parts of a nested one are named as `meddpicc.champion`. */
export type FieldChange = { field: string; from: unknown; to: unknown }

/** What became of one file. */
export type RecordChange = {
  what: 'added' | 'removed' | 'changed' | 'moved'
  kind: KindName | 'file'
  path: string
  slug: string
  /** Where it was before, or where a stub says it went. */
  moved?: { from: string } | { to: string }
  /** How the record is called by its own words. */
  name?: string
  /** Whose it was when this happened. */
  owner?: string
  fields: FieldChange[]
  /** Lines of running text that came and went. */
  notes?: { added: number; removed: number } | undefined
  /** A side of it cannot be read, so its fields are not told. */
  unread?: true
}

/** A file before and after: texts, null where there was none, undefined where it is no text. */
export type TwoTexts = { path: string; from?: string; before: string | null | undefined; after: string | null | undefined }

/** Compares two states of a file by what they say, not by their lines. */
export function compareRecords({ path, from, before, after }: TwoTexts): RecordChange {
  const kind = kindOf(path) ?? 'file'
  const what = before === null ? 'added' : after === null ? 'removed' : from === undefined ? 'changed' : 'moved'
  const change: RecordChange = {
    what,
    kind,
    path,
    slug: slugInPath(path),
    ...(from !== undefined && { moved: { from } }),
    fields: [],
  }
  if (before === undefined || after === undefined) return change
  const was = sideOf(path, before)
  const is = sideOf(path, after)
  if (was.broken || is.broken) return { ...change, unread: true }
  const to = kind === 'file' || after === null || !('redirect' in is.data) ? undefined : readRecord(kind, path, after).redirect
  const named = is.data['name'] ?? was.data['name'] ?? is.data['subject'] ?? was.data['subject']
  const owner = was.data['owner'] ?? is.data['owner']
  const notes = { added: countNew(was.lines, is.lines), removed: countNew(is.lines, was.lines) }
  return {
    ...change,
    ...(to !== undefined && { what: 'moved', moved: { to } }),
    ...(typeof named === 'string' && { name: named }),
    ...(typeof owner === 'string' && { owner }),
    fields: to === undefined ? compareFields(was.data, is.data) : [],
    ...(notes.added + notes.removed > 0 && { notes }),
  }
}

/** The fields in which two records differ, in the order of the newer one. */
export function compareFields(was: Record<string, unknown>, is: Record<string, unknown>): FieldChange[] {
  const [before, after] = [flatten(was), flatten(is)]
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((field) => {
    const [from, to] = [before.get(field) ?? null, after.get(field) ?? null]
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }]
  })
}

type Side = { data: Record<string, unknown>; lines: string[]; broken: boolean }

function sideOf(path: string, text: string | null): Side {
  if (text === null) return { data: {}, lines: [], broken: false }
  if (!/\.(?:md|ya?ml)$/.test(path)) return { data: {}, lines: linesOf(text), broken: false }
  const { data, body, problems } = readFrontMatter(path, text)
  return { data, lines: linesOf(text.slice(body)), broken: problems.some(({ severity }) => severity === 'error') }
}

const linesOf = (text: string) => text.split(/\r?\n/).filter((line) => line.trim() !== '')

/** How many lines of the second are not in the first, each counted as often as it stands there. */
function countNew(first: readonly string[], second: readonly string[]): number {
  const left = new Map<string, number>()
  for (const line of first) left.set(line, (left.get(line) ?? 0) + 1)
  return second.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  }).length
}

const isNested = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

function flatten(data: Record<string, unknown>, before = ''): Map<string, unknown> {
  return new Map(
    Object.entries(data).flatMap(([key, value]): [string, unknown][] =>
      isNested(value) ? [...flatten(value, `${before}${key}.`)] : [[`${before}${key}`, value]],
    ),
  )
}
