import { companyKey } from '../../records/company-name.ts'
import { inOrder } from '../../workspace/tree.ts'
import { domainsOf, type Told } from './find-customer-pairs.ts'

/** Customers that have a domain or a normalised name in common, by slug. */
export type Twins = { by: 'domain' | 'name'; key: string; slugs: string[] }

/** Finds customers that may be one: by domain (without www., in ASCII), then by name and aliases. One walk, however many there are. */
export function findGroups(customers: readonly Told[]): Twins[] {
  return [
    ...share('domain', customers, domainsOf),
    ...share('name', customers, ({ name, aliases = [] }) => [name, ...aliases].map(companyKey)),
  ]
}

function share(by: Twins['by'], customers: readonly Told[], keysOf: (customer: Told) => string[]): Twins[] {
  const slugs = new Map<string, string[]>()
  for (const customer of customers)
    for (const key of new Set(keysOf(customer))) {
      const list = slugs.get(key)
      if (list) list.push(customer.slug)
      else slugs.set(key, [customer.slug])
    }
  slugs.delete('')
  return [...slugs]
    .filter(([, list]) => list.length > 1)
    .map(([key, list]) => ({ by, key, slugs: list.sort(inOrder) }))
    .sort((a, b) => inOrder(a.key, b.key))
}
