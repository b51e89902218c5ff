import * as z from 'zod'
import { findDuplicates } from '../features/accounts/find-duplicates.ts'
import { listRecords } from '../workspace/records.ts'
import { recordPaths } from '../workspace/tree.ts'
import { asking } from './action.ts'

export default asking({
  name: 'customer duplicates',
  summary: 'List customers that may be one and the same: by domain, and by name without legal forms.',
  effect: 'read',
  input: z.object({}),
  async run(_, session) {
    const place = session.place()
    const { records, problems } = listRecords(place, 'customer')
    const kept = records.filter(({ value }) => !value.archived)
    const bySlug = new Map(kept.map(({ slug, value }) => [slug, value]))
    const groups = findDuplicates(kept.map(({ slug, value }) => ({ ...value, slug }))).map(({ by, key, slugs }) => ({
      by,
      key,
      customers: slugs.map((slug) => {
        const { name, domain } = bySlug.get(slug)!
        return { slug, name, domain: domain ?? null, deals: recordPaths(place, 'deal', slug).length }
      }),
    }))
    return { groups, customers: kept.length, problems }
  },
})
