import { Failure } from '../../failure.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import type { About } from '../../records/kinds/query.ts'
import { compileWhere, type Wanted } from '../../records/queries/compile-query.ts'
import { compileSeeing } from '../../records/queries/compile-seeing.ts'
import type { KnownFields, QueryFault } from '../../records/queries/known-fields.ts'
import { readFields, readSort } from '../../records/queries/read-fields.ts'
import { dig } from '../../records/queries/value-of.ts'
import type { Place } from '../place.ts'
import { listRecords } from '../records.ts'
import { example } from './choose-records.ts'
import { keysIn, keysSeen, knownFields } from './see-fields.ts'

/** What was typed behind --where, --sort and --fields. */
export type Words = { where?: string | undefined; sort?: string | undefined; fields?: string | undefined }

type Read = {
  team: TeamFields | undefined
  /** The records the list is made of, where somebody has read them already. */
  own?: readonly { value: object }[]
}

/** Reads what a person asks of a list. Throws a Failure (exit 2) with the place, and the names that exist, for what cannot be read. */
export function readWanted(place: Place, about: About, { where, sort, fields }: Words, { team, own }: Read): Partial<Wanted> {
  const rows = () => own ?? (about === 'task' ? [] : listRecords(place, about, { team }).records)
  const known: KnownFields = { ...knownFields(team), has: (path) => rows().some(({ value }) => dig(value, path) !== undefined) }
  const read = <T extends { faults?: QueryFault[] }>(
    flag: string,
    text: string,
    take: (text: string, known: KnownFields) => T,
  ): T => {
    const taken = compileSeeing<T>(
      known,
      (kind) => (kind === about && own ? keysIn(own) : keysSeen(place, kind, team)),
      (names) => take(text, names),
      ({ faults = [] }) => faults.map(({ message }) => message),
    )
    if (taken.faults?.[0]) throw refusal(flag, text, taken.faults[0])
    return taken
  }
  return {
    ...(where !== undefined && {
      condition: read('--where', where, (text, names) => compileWhere(text, about, names)).condition!,
    }),
    ...(sort !== undefined && { orders: read('--sort', sort, (text, names) => readSort(text, about, names)).orders }),
    ...(fields !== undefined && { fields: read('--fields', fields, (text, names) => readFields(text, about, names)).fields }),
  }
}

function refusal(flag: string, text: string, { at, message, expected }: QueryFault): Failure {
  const before = text.slice(0, at).split('\n')
  const column = before.at(-1)!.length + 1
  const spot = text.includes('\n') ? `${before.length}:${column}` : `${column}`
  const hint = expected ? `expected ${expected}` : flag === '--where' ? example : undefined
  return new Failure(`${flag}, at ${spot}: ${message}`, { ...(hint && { hint }), exitCode: 2 })
}
