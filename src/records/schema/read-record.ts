import * as z from 'zod'
import { readActivityName } from '../file-name.ts'
import type { TeamFields } from '../kinds/fields.ts'
import { type KindName, kindOf, type RecordOf, slugInPath } from '../kinds.ts'
import type { Problem } from '../problem.ts'
import { type ProblemCode, usualSeverity } from '../problem-codes.ts'
import { findConflicts } from '../text/conflicts.ts'
import { type FrontMatter, fieldPlace, readFrontMatter } from '../text/front-matter.ts'
import { drop, mend, parseOwn, valueAt, withoutNulls } from './raw-values.ts'
import { pinpoint, sayIssue, sayPath } from './say-issue.ts'
import { schemaOf, teamFieldsOf } from './schema-of.ts'
import { findTypos } from './typos.ts'

/** A file read as a record. `value` is absent when the file cannot be used, or when it is a stub that says where it went. */
export type ReadRecord<K extends KindName = KindName> = {
  kind: K
  path: string
  slug: string
  value?: RecordOf[K]
  /** The running text below the front matter; empty for YAML files. */
  body: string
  sheet: FrontMatter
  problems: Problem[]
  /** Where the record went, as a path from the root (a wrong one may lead out of it), when this file is only a stub that points there. */
  redirect?: string
}

/** Reads a file as a record of a kind. Never throws: what is wrong is in `problems`, and the rest is still usable. */
export function readRecord<K extends KindName>(kind: K, path: string, text: string, team?: TeamFields): ReadRecord<K> {
  const sheet = readFrontMatter(path, text)
  const slug = slugInPath(path)
  const conflicts = findConflicts(path, text)
  const read = { kind, path, slug, body: text.slice(sheet.body), sheet }
  const broken = sheet.problems.some((problem) => problem.severity === 'error')
  if (broken) return { ...read, problems: conflicts.length ? conflicts : sheet.problems }

  const raw = withoutNulls(sheet.data) as Record<string, unknown>
  if (typeof raw['redirect'] === 'string')
    return { ...read, redirect: resolveRedirect(kind, path, raw['redirect']), problems: [...sheet.problems, ...conflicts] }

  const judged = judge(kind, sheet, slug, raw, team)
  const problems = [...sheet.problems, ...conflicts, ...judged.problems].sort((a, b) => a.line - b.line || a.column - b.column)
  return { ...read, ...(judged.value ? { value: judged.value as RecordOf[K] } : {}), problems }
}

function judge(kind: KindName, sheet: FrontMatter, slug: string, raw: Record<string, unknown>, team?: TeamFields) {
  const schema = schemaOf(kind, team)
  const problems: Problem[] = []
  const say = (code: ProblemCode, path: readonly PropertyKey[], message: string, expected?: string) =>
    problems.push({
      path: sheet.path,
      ...fieldPlace(sheet, path.map(String)),
      message,
      ...(expected ? { expected } : {}),
      severity: usualSeverity(code),
      code,
    })

  for (const { path, meant } of findTypos(schema, raw))
    say('unknown-key-typo', path, `${sayPath(path)}: did you mean ${meant}?`, `${meant}, or another name if it is your own`)
  for (const [name, field] of Object.entries(teamFieldsOf(kind, team)))
    if (field.required === 'always' && !Object.hasOwn(raw, name))
      say('value-missing', [name], `${name} is missing.`, field.label ?? 'a value')

  let result = parseOwn(schema, raw)
  if (result.success) return { value: result.data, problems }

  const mended = mend(schema, sheet, raw, pinpoint(result.error.issues))
  for (const { path, message, expected } of mended.notes) say('value-form', path, message, expected)
  let data = mended.data
  result = parseOwn(schema, data)
  if (!result.success)
    for (const issue of firstPerPlace(pinpoint(result.error.issues))) {
      const found = valueAt(raw, issue.path)
      const { message, expected } = sayIssue(issue, found)
      say(codeOf(issue, found), issue.path, message, expected)
    }

  for (let turn = 0; !result.success && turn < 8; turn++) {
    data = fill(kind, slug, drop(data, pinpoint(result.error.issues), isTable(kind)))
    result = parseOwn(schema, data)
  }
  return { ...(result.success ? { value: result.data } : {}), problems }
}

function codeOf(issue: z.core.$ZodIssue, found: unknown): ProblemCode {
  if (found === undefined) return 'value-missing'
  if (issue.code === 'invalid_value') return 'value-choice'
  const isOutside = issue.code === 'too_small' || issue.code === 'too_big'
  return isOutside || (typeof found === 'number' && !Number.isFinite(found)) ? 'value-range' : 'value-type'
}

const firstPerPlace = (issues: z.core.$ZodIssue[]) =>
  [...new Map(issues.toReversed().map((i) => [i.path.join('\0'), i])).values()].toReversed()

/** Files of figures: an entry without what is wrong in it would be another figure, such as a rate to another currency. */
const isTable = (kind: KindName) => kind === 'rates' || kind === 'quotas'

const named: KindName[] = ['customer', 'contact', 'deal', 'person', 'workspace']

/** What the path says about a record whose required fields are missing. */
function fill(kind: KindName, slug: string, data: Record<string, unknown>): Record<string, unknown> {
  if (kind === 'activity') return { type: 'note', subject: slug, ...readActivityName(slug), ...data }
  if (kind === 'prospect') return { name: slug, domain: slug, ...data }
  if (kind === 'workflow') return { stages: [], ...data }
  return named.includes(kind) ? { name: slug, ...data } : data
}

/** Stubs are written from the record's own folder or from its customer's; whichever names a record of the kind is meant. */
function resolveRedirect(kind: KindName, path: string, to: string): string {
  const own = follow(path, to)
  const fromCustomer = follow(path.replace(/^(customers\/[^/]+\/).*$/, '$1customer.md'), to)
  return kindOf(own) !== kind && kindOf(fromCustomer) === kind ? fromCustomer : own
}

function follow(from: string, to: string): string {
  const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
