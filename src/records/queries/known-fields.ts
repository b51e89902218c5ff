import { type Names, suggestNames } from '../condition/names.ts'
import type { TeamFields } from '../kinds/fields.ts'
import type { About } from '../kinds/query.ts'
import type { FieldPath } from '../plan.ts'

/** The names a query is held against: those of conditions, the team's fields, and, where records are at hand, what they hold besides. */
export type KnownFields = {
  names: Names
  team?: TeamFields | undefined
  /** Whether a record has something at a path that no schema knows. */
  has?: (path: FieldPath) => boolean
}

/** What is wrong in a text, at which of its characters. */
export type QueryFault = { at: number; message: string; expected: string }

/** What is worked out of a record rather than written in it. */
export const computedNames = ['no_activity', 'health_score'] as const

const placed = ['slug', 'path']

/** The names conditions of lists may use: where a record lies counts as well. */
export const withPlaces = (names: Names): Names =>
  Object.fromEntries(
    Object.entries(names).map(([kind, fields]) => [kind, kind === 'task' ? fields : [...new Set([...fields, ...placed])]]),
  )

/** The fields a list of a kind may show and be sorted by, without those of its customer. */
export const ownFields = (about: About, { names }: KnownFields): string[] => [
  ...new Set([
    ...(about === 'task' ? [] : placed),
    ...(about === 'customer' ? [] : ['customer']),
    ...(names[about] ?? []),
    ...computedNames,
  ]),
]

/** The fields of the customer a list of a kind may show and be sorted by. */
export const customerFields = ({ names }: KnownFields): string[] => [...new Set([...placed, ...(names.customer ?? [])])]

/** That a list has no such field: the fields there are, the nearest first. */
export function unknownField(written: string, at: number, about: About, known: KnownFields): QueryFault {
  const own = ownFields(about, known)
  const joined = about === 'customer' ? [] : customerFields(known).map((field) => `customer.${field}`)
  const isJoined = joined.length > 0 && written.startsWith('customer.')
  const message = isJoined
    ? `There is no "${written.slice('customer.'.length)}" in a customer.`
    : `There is no "${written}" in ${about === 'activity' ? 'an' : 'a'} ${about}.`
  return { at, message, expected: suggestNames(written, isJoined ? joined : own, Infinity) }
}
