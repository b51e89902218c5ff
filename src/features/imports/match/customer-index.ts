import { companyKey } from '../../../records/company-name.ts'
import { domainOf, isFreeMail } from '../../../records/domain-of.ts'
import type { Named } from '../draft.ts'
import { idKey } from './id-key.ts'

/** A customer as an import knows it: what it may be found by, and which row of this run it came from. */
export type KnownCustomer = {
  slug: string
  names: string[]
  domains: string[]
  external: Readonly<Record<string, string>>
  row?: string
}

/** What a name of a company came to: one customer, none, or several that it fits. */
type Found = { one: KnownCustomer; several?: undefined } | { one?: undefined; several: string[] }

export type CustomerIndex = {
  /** Adds a customer, or what is newly known of one. */
  add(customer: KnownCustomer): void
  /** The customer that a contact or deal names: by id, then by domain, then by a name that is unique. */
  find(named: Named, system: string): Found
  /** The customer that a row of a list of companies is: one that has another id in the same system is somebody else. */
  match(row: Named, system: string): Found
}

/** What two rows without ids must share to be one company written twice. */
export const rowKey = ({ name = '', domain = '' }: Named) => `${companyKey(name)} ${domain}`

/** Knows customers by their ids elsewhere, their domains and their names. */
export function indexCustomers(customers: Iterable<KnownCustomer>): CustomerIndex {
  const byId = new Map<string, KnownCustomer>()
  const systems = new Set<string>()
  const byDomain = new Map<string, KnownCustomer[]>()
  const byName = new Map<string, KnownCustomer[]>()

  const bySlug = new Map<string, KnownCustomer>()

  const add = (said: KnownCustomer) => {
    const customer = Object.assign(bySlug.get(said.slug) ?? said, said)
    bySlug.set(said.slug, customer)
    for (const [system, id] of Object.entries(customer.external)) {
      byId.set(idKey(system, id), customer)
      systems.add(system)
    }
    for (const domain of customer.domains) push(byDomain, domainOf(domain), customer)
    for (const name of customer.names) push(byName, companyKey(name), customer)
  }
  const keyOf = remembering(companyKey)
  const named = (name: string | undefined) => (name ? (byName.get(keyOf(name)) ?? []) : [])
  const at = (domain: string | undefined) => (domain && !isFreeMail(domain) ? (byDomain.get(domain) ?? []) : [])

  const choose = ({ name, domain }: Named, isPossible: (customer: KnownCustomer) => boolean): Found => {
    const [near, called] = [at(domain).filter(isPossible), named(name).filter(isPossible)]
    const both = near.filter((customer) => called.includes(customer))
    for (const some of [both, near, called]) if (some.length === 1) return { one: some[0]! }
    return { several: [...new Set([...near, ...called])].map(({ slug }) => slug) }
  }

  /** A file whose system nobody recognised may still name ids of one that was, and the other way round, where just one fits. */
  const elsewhere = (id: string, system: string) => {
    const others = system === 'csv' ? [...systems] : ['csv']
    const some = others.flatMap((other) => byId.get(idKey(other, id)) ?? [])
    return some.length === 1 ? some[0] : undefined
  }

  for (const customer of customers) add(customer)
  return {
    add,
    find(wanted, system) {
      const known = [wanted.id, wanted.name].flatMap(
        (id) => (id && (byId.get(idKey(system, id)) ?? elsewhere(id, system))) || [],
      )[0]
      return known ? { one: known } : choose(wanted, () => true)
    },
    match(row, system) {
      const known = row.id && byId.get(idKey(system, row.id))
      if (known) return { one: known }
      const key = rowKey(row)
      return choose(row, ({ external, row: own }) =>
        row.id !== undefined && external[system] !== undefined ? false : own === undefined || own === key,
      )
    },
  }
}

/** The same names come by again and again; the last thousands of answers are kept. */
function remembering(answer: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    if (known.size > 10_000) known.clear()
    const before = known.get(name)
    if (before !== undefined) return before
    const now = answer(name)
    known.set(name, now)
    return now
  }
}

function push(index: Map<string, KnownCustomer[]>, key: string | undefined, customer: KnownCustomer): void {
  if (!key) return
  const list = index.get(key)
  if (!list) index.set(key, [customer])
  else if (!list.includes(customer)) list.push(customer)
}
