import type { TeamFields } from '../../../records/kinds/fields.ts'
import type { KindName } from '../../../records/kinds.ts'
import { schemaOf } from '../../../records/schema/schema-of.ts'

/** Puts values in the order of a kind's schema, so that the same row makes the same file whatever order its columns have. */
export function inSchemaOrder(kind: KindName, team?: TeamFields): (values: Record<string, unknown>) => Record<string, unknown> {
  const places = new Map(Object.keys(schemaOf(kind, team).shape).map((key, place) => [key, place]))
  const placeOf = (key: string) => places.get(key) ?? places.size
  return (values) =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([, value]) => value !== undefined && !isEmptyMap(value))
        .sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1)),
    )
}

const isEmptyMap = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length === 0
