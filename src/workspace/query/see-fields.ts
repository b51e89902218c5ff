import type { TeamFields } from '../../records/kinds/fields.ts'
import type { About } from '../../records/kinds/query.ts'
import type { Problem } from '../../records/problem.ts'
import { compileQuery, type NamedQuery } from '../../records/queries/compile-query.ts'
import { compileSeeing } from '../../records/queries/compile-seeing.ts'
import type { Params } from '../../records/queries/fill-params.ts'
import type { KnownFields } from '../../records/queries/known-fields.ts'
import type { ReadRecord } from '../../records/schema/read-record.ts'
import type { Place } from '../place.ts'
import { listRecords } from '../records.ts'
import { namesFor } from '../scope.ts'

/** Compiles the file of a query as `dossier list` and `check` see it; keys that only records have are looked for when one is named. */
export function compileQueryFile(
  place: Place,
  read: ReadRecord<'query'>,
  team: TeamFields | undefined,
  given?: Params,
): { query?: NamedQuery; problems: Problem[] } {
  return compileSeeing<{ query?: NamedQuery; problems: Problem[] }>(
    { names: namesFor(team), team },
    (kind) => keysSeen(place, kind, team),
    (known) => compileQuery(read, known, given),
    ({ problems }) => problems.map(({ message }) => message),
  )
}

/** The keys that records of a kind have. Reads all of them. */
export const keysSeen = (place: Place, kind: About, team: TeamFields | undefined): string[] =>
  kind === 'task' ? [] : keysIn(listRecords(place, kind, { team }).records)

/** The keys of these records. */
export const keysIn = (records: readonly { value: object }[]): string[] => [
  ...new Set(records.flatMap(({ value }) => Object.keys(value))),
]

/** What conditions and fields are held against where nothing was read yet. */
export const knownFields = (team: TeamFields | undefined): KnownFields => ({ names: namesFor(team), team })
