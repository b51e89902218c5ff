import * as z from 'zod'
import { findContactPairs } from '../features/duplicates/find-contact-pairs.ts'
import { domainsOf } from '../features/duplicates/find-customer-pairs.ts'
import { minimum } from '../features/duplicates/minimum.ts'
import { openPhoneKeys } from '../records/phone-key.ts'
import { folderNamed } from '../workspace/open-named.ts'
import { listRecords, readTeam } from '../workspace/records.ts'
import { asking } from './action.ts'

export default asking({
  name: 'contact duplicates',
  summary: 'List contacts that may be one person, at one customer or at two, with a score and the reasons.',
  effect: 'read',
  input: z.object({
    customer: z.string().optional().describe('Only pairs in which somebody of this customer is.'),
    min: minimum,
  }),
  async run({ customer: typed, min }, session) {
    const place = session.place()
    const only = typed ? await folderNamed(place, typed) : undefined
    const team = readTeam(place)
    const { records, problems } = listRecords(place, 'contact', { team })
    const kept = records.filter(({ value }) => !value.archived)
    const customers = listRecords(place, 'customer', { team }).records
    const domains = new Map(customers.map(({ slug, value }) => [slug, domainsOf(value)]))
    const byName = new Map(kept.map((record) => [`${record.customer}/${record.slug}`, record]))
    const people = kept.map(({ slug, customer = '_unassigned', value }) => ({ ...value, slug, customer }))
    const tell = (called: string) => {
      const { slug, customer, value } = byName.get(called)!
      return { slug, customer: customer ?? null, name: value.name, email: value.email ?? null, title: value.title ?? null }
    }
    const known = { phoneKey: await openPhoneKeys(), domainsOf: (slug: string) => domains.get(slug) ?? [] }
    const found = findContactPairs(people, { ...known, min })
    const pairs = found.map((pair) => ({ ...pair, a: tell(pair.a), b: tell(pair.b) }))
    const asked = only ? pairs.filter(({ a, b }) => a.customer === only || b.customer === only) : pairs
    return { pairs: asked, contacts: kept.length, problems }
  },
})
