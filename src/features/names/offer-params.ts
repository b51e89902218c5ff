import type { Place } from '../../workspace/place.ts'
import { queryPaths } from '../../workspace/query/query-names.ts'
import { readAll } from '../../workspace/records.ts'
import { none, type Offers, startingWith } from './offers.ts'

/** Offers what a named query takes, as `days=`. */
export function offerParams(place: Place, typed: string, query: string | undefined, me: string | undefined): Offers {
  const path = query === undefined ? undefined : queryPaths(place, me).get(query)
  if (path === undefined || typed.includes('=')) return none
  const params = readAll(place, 'query', [path]).records[0]?.value.params ?? {}
  return startingWith(
    typed,
    Object.keys(params).map((name) => `${name}=`),
    'open',
  )
}
