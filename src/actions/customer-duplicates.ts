import * as z from 'zod'
import { findCustomerPairs } from '../features/duplicates/find-customer-pairs.ts'
import { findGroups } from '../features/duplicates/find-groups.ts'
import { minimum } from '../features/duplicates/minimum.ts'
import { listRecords, readTeam } from '../workspace/records.ts'
import { recordPaths } from '../workspace/tree.ts'
import { asking } from './action.ts'

export default asking({
  name: 'customer duplicates',
  summary: 'List customers that may be one and the same, with a score and the reasons.',
  effect: 'read',
  input: z.object({ min: minimum }),
  async run({ min }, session) {
    const place = session.place()
    const { records, problems } = listRecords(place, 'customer', { team: readTeam(place) })
    const kept = records.filter(({ value }) => !value.archived)
    const bySlug = new Map(kept.map(({ slug, value }) => [slug, value]))
    const told = kept.map(({ slug, value }) => ({ ...value, slug }))
    const tell = (slug: string) => {
      const { name, domain } = bySlug.get(slug)!
      return { slug, name, domain: domain ?? null, deals: recordPaths(place, 'deal', slug).length }
    }
    const groups = findGroups(told).map(({ by, key, slugs }) => ({ by, key, customers: slugs.map(tell) }))
    const pairs = findCustomerPairs(told, min).map((pair) => ({ ...pair, a: tell(pair.a), b: tell(pair.b) }))
    return { groups, pairs, customers: kept.length, problems }
  },
})
