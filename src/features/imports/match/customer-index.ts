import { companyKey } from '../../../records/company-name.ts'
import { domainOf, isFreeMail } from '../../../records/domain-of.ts'
import type { Named } from '../draft.ts'
import { gatherNumbers } from './gather-numbers.ts'
import { idKey } from './id-key.ts'
import { numberTexts } from './number-texts.ts'
import { shelveTexts } from './shelve-texts.ts'

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

/** How many of the customers that a name fits are told. */
const told = 20

/** Knows customers by their ids elsewhere, their domains and their names; a million of them in some hundred megabytes. */
export function indexCustomers(customers: Iterable<KnownCustomer>): CustomerIndex {
  const texts = shelveTexts()
  const latest: number[] = []
  const bySlug = numberTexts()
  const byId = numberTexts()
  const byWord = gatherNumbers()
  /** The systems that customers have ids in, as sets: who has none in a system is looked for apart from who has. */
  const systemSets = new Map<string, Set<string>>()
  const keyOf = remembering(companyKey)

  const at = (number: number) => unpack(texts.at(latest[number]!))
  const add = (customer: KnownCustomer) => {
    const number = bySlug.get(customer.slug) ?? latest.length
    bySlug.set(customer.slug, number)
    latest[number] = texts.add(pack(customer))
    const systems = Object.keys(customer.external).sort()
    const set = systems.join(' ')
    systemSets.set(set, new Set(systems))
    for (const system of systems) byId.set(idKey(system, customer.external[system]!), number)
    for (const domain of customer.domains) byWord.add(`${set} at ${domainOf(domain)}`, number)
    for (const name of customer.names) byWord.add(`${set} called ${keyOf(name)}`, number)
  }
  const look = (word: string, lacking?: string) =>
    [...systemSets].flatMap(([set, systems]) =>
      lacking !== undefined && systems.has(lacking) ? [] : byWord.at(`${set} ${word}`),
    )

  const choose = ({ name, domain }: Named, lacking?: string, isPossible?: (customer: KnownCustomer) => boolean): Found => {
    const possible = (numbers: number[]) => (isPossible ? numbers.filter((number) => isPossible(at(number))) : numbers)
    const near = domain && !isFreeMail(domain) ? possible(look(`at ${domain}`, lacking)) : []
    const called = name ? possible(look(`called ${keyOf(name)}`, lacking)) : []
    const names = new Set(called)
    const both = near.filter((number) => names.has(number))
    for (const some of [both, near, called]) if (some.length === 1) return { one: at(some[0]!) }
    return { several: [...new Set([...near, ...called])].slice(0, told).map((number) => at(number).slug) }
  }

  const withId = (system: string, id: string) => {
    const number = byId.get(idKey(system, id))
    return number === undefined ? undefined : at(number)
  }
  /** A file whose system nobody recognised may still name ids of one that was, and the other way round, where just one fits. */
  const elsewhere = (id: string, system: string) => {
    const others = system === 'csv' ? [...systemSets.values()].flatMap((systems) => [...systems]) : ['csv']
    const some = [...new Set(others)].flatMap((other) => withId(other, id) ?? [])
    return some.length === 1 ? some[0] : undefined
  }

  for (const customer of customers) add(customer)
  return {
    add,
    find(wanted, system) {
      const known = [wanted.id, wanted.name].flatMap((id) => (id && (withId(system, id) ?? elsewhere(id, system))) || [])[0]
      return known ? { one: known } : choose(wanted)
    },
    match(row, system) {
      const known = row.id === undefined ? undefined : withId(system, row.id)
      if (known) return { one: known }
      const key = rowKey(row)
      const isFree = ({ row: own }: KnownCustomer) => own === undefined || own === key
      return choose(row, row.id === undefined ? undefined : system, isFree)
    },
  }
}

/** A customer in few letters: the row it came from is mostly the one its own name and domain make. */
const pack = ({ slug, names, domains, external, row }: KnownCustomer) =>
  JSON.stringify([slug, names, domains, external, row === rowOf(names, domains) ? 0 : (row ?? null)])

function unpack(text: string): KnownCustomer {
  const [slug, names, domains, external, row] = JSON.parse(text) as [string, string[], string[], Record<string, string>, unknown]
  const known = { slug, names, domains, external }
  return row === null ? known : { ...known, row: typeof row === 'string' ? row : rowOf(names, domains) }
}

const rowOf = ([name = '']: readonly string[], [domain = '']: readonly string[]) => rowKey({ name, domain })

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
