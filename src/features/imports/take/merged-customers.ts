import { readFrontMatter } from '../../../records/text/front-matter.ts'
import { followStubs } from '../../../workspace/links/follow-stubs.ts'
import type { Place } from '../../../workspace/place.ts'
import type { Kept } from '../../../workspace/records.ts'
import { readSheet } from '../../../workspace/sheet.ts'
import { customerIn, recordPaths } from '../../../workspace/tree.ts'
import type { KnownCustomer } from '../match/customer-index.ts'

/** Ids that stubs of merged customers keep, as ids of the customers they lead to: a row with one is no new company. */
export function mergedCustomers(place: Place, customers: readonly Kept<'customer'>[]): KnownCustomer[] {
  const known = new Set(customers.map(({ path }) => path))
  return recordPaths(place, 'customer').flatMap((path): KnownCustomer[] => {
    if (known.has(path)) return []
    const to = followStubs(place, path)
    const read = readSheet(place, path)
    if (!known.has(to) || !('sheet' in read)) return []
    const external = readFrontMatter(path, read.sheet.text).data['external']
    const isIds = typeof external === 'object' && external !== null && !Array.isArray(external)
    return isIds ? [{ slug: customerIn(to)!, names: [], domains: [], external: external as Record<string, string> }] : []
  })
}
