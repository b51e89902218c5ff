import type { TeamFields } from '../records/kinds/fields.ts'
import { type KindName, kindOf, kinds, type RecordOf, slugInPath } from '../records/kinds.ts'
import type { Edit } from '../records/plan.ts'
import { failureFor, type Problem } from '../records/problem.ts'
import type { FieldEdit } from '../records/schema/field-values.ts'
import { type ReadRecord, readRecord } from '../records/schema/read-record.ts'
import { applyEdits } from '../records/text/apply-edits.ts'
import { fieldPlace } from '../records/text/front-matter.ts'
import { readDirectly, readIndexed } from './index/read-indexed.ts'
import type { Place } from './place.ts'
import { openSheet, readSheet, type Sheet } from './sheet.ts'
import { customerIn, customerSlugs, isThere, recordPaths } from './tree.ts'

/** A record as it lies in the tree: what it says, where, and the hash a change is held against. */
export type Kept<K extends KindName = KindName> = {
  kind: K
  path: string
  slug: string
  customer?: string
  value: RecordOf[K]
  body: string
  text: string
  sha: string
  read: ReadRecord<K>
}

type Which = { customer?: string; team?: TeamFields | undefined }

/** The records of a kind that can be used, and what is wrong with those that cannot, or not wholly. */
export type Listing<K extends KindName> = { records: Kept<K>[]; problems: Problem[] }

export const teamPath = 'workspace-setup/fields.yaml'

/** The fields a team added to the records (workspace-setup/fields.yaml); none when there is no such file. */
export function readTeam(place: Place): TeamFields | undefined {
  if (!isThere(place, teamPath)) return undefined
  const read = readSheet(place, teamPath)
  return 'sheet' in read ? readRecord('fields', teamPath, read.sheet.text).value : undefined
}

/** The same for what is decided by them: throws a Failure with the line when the file is there and something in it cannot be used. */
export function needTeam(place: Place): TeamFields | undefined {
  if (!isThere(place, teamPath)) return undefined
  const { value, problems } = readRecord('fields', teamPath, openSheet(place, teamPath).text)
  const wrong = problems.find(({ severity }) => severity === 'error')
  if (value && !wrong) return value
  const first = wrong ?? { ...whole, path: teamPath }
  throw failureFor(first, { where: `${teamPath}:${first.line}` })
}

/** Reads all records of a kind, of one customer or of all. */
export function listRecords<K extends KindName>(place: Place, kind: K, { customer, team }: Which = {}): Listing<K> {
  if (kind !== 'customer' || customer) return readAll(place, kind, recordPaths(place, kind, customer), team)
  const paths = customerSlugs(place).map((slug) => `customers/${slug}/customer.md`)
  return readAll(place, kind, paths, team, { sparse: true })
}

/** So many files are read one by one; more are asked of the index. */
const few = 50

/** Reads these files as records of a kind. A bad file is a problem and hides no other; where the paths are `sparse`, one that is not there is none. */
export function readAll<K extends KindName>(
  place: Place,
  kind: K,
  paths: readonly string[],
  team?: TeamFields,
  { sparse = false } = {},
): Listing<K> {
  const directly = () =>
    (sparse ? paths.filter((path) => isThere(place, path)) : paths).map((path) => readDirectly(place, kind, path, team))
  const read = paths.length > few ? readIndexed(place, { kind, paths, team, sparse }) : directly()
  const listing: Listing<K> = { records: [], problems: [] }
  for (const file of read) {
    if ('problem' in file) {
      listing.problems.push(file.problem)
      continue
    }
    listing.problems.push(...file.problems)
    if (file.value) listing.records.push(keepLate(kind, file.path, file.value, file))
  }
  return listing
}

type Late<K extends KindName> = { read: () => ReadRecord<K>; sheet: () => Pick<Sheet, 'text' | 'sha'> }

/** What is worked out only when asked for stays so: the text, the running text and the places of values. */
function keepLate<K extends KindName>(kind: K, path: string, value: RecordOf[K], late: Late<K>): Kept<K> {
  const customer = customerIn(path)
  const placed = {
    kind,
    path,
    slug: slugInPath(path),
    ...(customer && { customer }),
    value,
    get body() {
      return late.read().body
    },
    get text() {
      return late.sheet().text
    },
    get read() {
      return late.read()
    },
  }
  return Object.defineProperty(placed, 'sha', { get: () => late.sheet().sha, enumerable: false }) as Kept<K>
}

/** Reads the one record a command is about, wherever stubs say it went. Throws a Failure with line and cause when it cannot be used. */
export function openRecord<K extends KindName>(place: Place, kind: K, path: string, team?: TeamFields): Kept<K> {
  const way = [path]
  for (let at = path; ; ) {
    const sheet = openSheet(place, at)
    const read = readRecord(kind, at, sheet.text, team)
    const kept = keep(read, sheet)
    if (kept) return kept
    at = nextOn(way, read)
    way.push(at)
  }
}

/** Where a stub leads on; `way` are the files that led to it. A record of another kind, or outside the tree, is never opened. */
function nextOn(way: readonly string[], { kind, path, redirect, problems, sheet }: ReadRecord): string {
  const at = (message: string) => ({ path, ...fieldPlace(sheet, ['redirect']), message, severity: 'error' as const })
  if (redirect !== undefined && kindOf(redirect) === kind && !redirect.includes('\\')) {
    if (!way.includes(redirect)) return redirect
    const wrong = at(`redirect: ${[...way.slice(way.indexOf(redirect)), redirect].join(' → ')} is a circle.`)
    throw failureFor(wrong, { where: `${path}:${wrong.line}` })
  }
  const lost = redirect !== undefined && at(`redirect: there is no ${kinds[kind].title.toLowerCase()} at ${redirect}.`)
  const first = problems.find(({ severity }) => severity === 'error') ?? (lost || { ...whole, path })
  throw failureFor(first, { where: `${path}:${first.line}` })
}

/** The record a file will be; for judging it before it is written. `sha` is that of the text it replaces, where there is one. */
export const asIfMade = <K extends KindName>(
  kind: K,
  path: string,
  text: string,
  team?: TeamFields,
  sha = '',
): Kept<K> | undefined => keep(readRecord(kind, path, text, team), { text, sha })

/** The record as it will be once fields are set; for judging a change before it is made. */
export function asIfSet<K extends KindName>(record: Kept<K>, fields: FieldEdit[], team?: TeamFields): Kept<K> {
  if (fields.length === 0) return record
  const edits = fields.map((edit): Edit => ({ ...edit, path: record.path, from: record.sha, value: edit.value }))
  const text = applyEdits(record.path, record.text, edits) ?? ''
  return keep(readRecord(record.kind, record.path, text, team), { text, sha: record.sha }) ?? record
}

const keep = <K extends KindName>(read: ReadRecord<K>, sheet: Pick<Sheet, 'text' | 'sha'>): Kept<K> | undefined =>
  read.value && keepLate(read.kind, read.path, read.value, { read: () => read, sheet: () => sheet })

const whole = { line: 1, column: 1, message: 'This file cannot be used.', severity: 'error' as const }
