import type { TeamFields } from '../records/kinds/fields.ts'
import type { Place } from './place.ts'
import { type Listing, readAll } from './records.ts'
import { recordPaths } from './tree.ts'

/** A customer's newest activities, newest first. Their names begin with their dates, so only those few are read. */
export function readNewest(
  place: Place,
  customer: string,
  most: number,
  team?: TeamFields,
): Listing<'activity'> & { total: number } {
  const paths = recordPaths(place, 'activity', customer)
  return { ...readAll(place, 'activity', paths.slice(-most).toReversed(), team), total: paths.length }
}
