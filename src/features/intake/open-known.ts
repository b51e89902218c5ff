import { companyKey } from '../../records/company-name.ts'
import { domainOf, isFreeMail } from '../../records/domain-of.ts'
import type { WorkspaceSettings } from '../../records/kinds/workspace-settings.ts'
import { kindOf } from '../../records/kinds.ts'
import { once } from '../../records/once.ts'
import { slugify } from '../../records/slug.ts'
import { filesHolding } from '../../workspace/intake/files-holding.ts'
import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import { type Kept, listRecords, readAll, readTeam } from '../../workspace/records.ts'

/** What the tree knows of those that files name. */
export type Known = {
  /** Whether an address is one of ours: by its domain, or as a person of the team. */
  isOurs: (address: string) => boolean
  /** The person of the team behind an address or name. */
  personOf: (name: string) => string | undefined
  contactsBy: (address: string) => Kept<'contact'>[]
  contactsNamed: (name: string) => Kept<'contact'>[]
  contactsOf: (customer: string) => Kept<'contact'>[]
  /** The customers whose mail comes from this domain, or from the one above it. */
  customersAt: (domain: string) => string[]
  /** The customers of this name, whatever its letters and legal form. */
  customersNamed: (name: string) => string[]
  /** The customers whose names stand in a text just as they are written; of one word, where it can be no word that begins a sentence. */
  customersIn: (text: string) => { slug: string; name: string }[]
  /** The customers whose slugs are words of a file's name. */
  customersInName: (name: string) => string[]
  nameOf: (customer: string) => string
  /** The activity that was made of a source. */
  filedAs: (source: string) => Kept<'activity'> | undefined
}

type Asked = {
  people: People
  settings: WorkspaceSettings
  /** Addresses, names and sources that will be asked about. */
  texts: readonly string[]
}

/** So many texts are searched for one by one; for more, all records are read. */
const few = 150

/** Opens what is known, for what will be asked. Customers are all looked at, of the rest only what holds one of the texts. */
export async function openKnown(place: Place, { people, settings, texts }: Asked): Promise<Known> {
  const team = readTeam(place)
  const own = settings.own_domains.map((domain) => domain.toLowerCase())
  const customers = listRecords(place, 'customer', { team }).records
  const bySlug = new Map(customers.map((one) => [one.slug, one]))
  const isMany = texts.length > few
  const paths = isMany ? [] : await filesHolding(place, texts)
  const read = <K extends 'contact' | 'activity'>(kind: K): Kept<K>[] =>
    isMany
      ? listRecords(place, kind, { team }).records
      : readAll(
          place,
          kind,
          paths.filter((path) => kindOf(path) === kind),
          team,
        ).records
  const contacts = read('contact')
  const filed = once(
    () => new Map(read('activity').flatMap((one) => (one.value.source ? [[one.value.source, one] as const] : []))),
  )
  const byDomain = once(() =>
    group(customers, ({ value }) => [value.domain, ...(value.domains ?? [])].map((one) => domainOf(one ?? ''))),
  )
  const byKey = once(() => group(customers, ({ value }) => [value.name, ...(value.aliases ?? [])].map(companyKey)))
  const byAddress = once(() => group(contacts, ({ value }) => addressesOf(value)))
  const byName = once(() => group(contacts, ({ value }) => [value.name.toLowerCase()]))
  const names = once(() => namesIn(customers))
  const beside = new Map<string, Kept<'contact'>[]>()
  return {
    isOurs(address) {
      const domain = address.replace(/^.*@/, '').toLowerCase()
      return own.some((one) => domain === one || domain.endsWith(`.${one}`)) || people.find(address) !== undefined
    },
    personOf: (name) => people.find(name),
    contactsBy: (address) => byAddress().get(address.toLowerCase()) ?? [],
    contactsNamed: (name) => byName().get(name.toLowerCase()) ?? [],
    contactsOf(customer) {
      if (!beside.has(customer)) beside.set(customer, listRecords(place, 'contact', { customer, team }).records)
      return beside.get(customer)!
    },
    customersAt(domain) {
      if (isFreeMail(domain)) return []
      for (let at = domain; at.includes('.'); at = at.slice(at.indexOf('.') + 1)) {
        const found = byDomain().get(at)
        if (found) return found.map(({ slug }) => slug)
      }
      return []
    },
    customersNamed: (name) => (byKey().get(companyKey(name)) ?? []).map(({ slug }) => slug),
    customersIn: (text) => findNames(text, names()),
    customersInName(name) {
      const said = `-${slugify(name, 200)}-`
      return customers.flatMap(({ slug }) => (slug.length > 2 && said.includes(`-${slug}-`) ? [slug] : []))
    },
    nameOf: (customer) => bySlug.get(customer)?.value.name ?? customer,
    filedAs: (source) => filed().get(source),
  }
}

/** All addresses of a contact, in small letters. */
export const addressesOf = ({ email, emails = [] }: { email?: string | undefined; emails?: readonly string[] | undefined }) =>
  [...(email ? [email] : []), ...emails].map((one) => one.toLowerCase())

function group<T>(all: readonly T[], keysOf: (one: T) => (string | undefined)[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all)
    for (const key of new Set(keysOf(one))) {
      if (!key) continue
      const list = groups.get(key)
      if (list) list.push(one)
      else groups.set(key, [one])
    }
  return groups
}

type Name = { slug: string; name: string; words: string[] }

/** Names as they may stand in a text, with and without their legal form, by their first word. */
function namesIn(customers: readonly Kept<'customer'>[]): Map<string, Name[]> {
  const all = customers.flatMap(({ slug, value }) =>
    [value.name, ...(value.aliases ?? [])].flatMap((name) =>
      [name, withoutForm(name)].filter((one) => one.length > 3).map((one): Name => ({ slug, name: one, words: wordsOf(one) })),
    ),
  )
  return group(all, ({ words }) => [words[0]])
}

/** A name without the legal form at its end, where it has one: Acme of Acme GmbH. */
function withoutForm(name: string): string {
  const short = name.replace(/[\s,]+\S+$/u, '')
  return short !== name && companyKey(short) === companyKey(name) ? short : ''
}

const word = /[\p{L}\p{N}&'’+]+/gu
const wordsOf = (text: string) => text.match(word) ?? []

function findNames(text: string, names: ReadonlyMap<string, Name[]>): { slug: string; name: string }[] {
  const said = text.slice(0, 500_000)
  const words = wordsOf(said)
  const found = new Map<string, { slug: string; name: string }>()
  let from = 0
  for (const [at, one] of words.entries()) {
    from = said.indexOf(one, from)
    const begins = /(?:^|[.!?:\n]["'“„(*_#>\s-]*)$/.test(said.slice(Math.max(0, from - 10), from))
    for (const name of names.get(bare(one)) ?? []) {
      const isThere = name.words.every((part, n) => part === (n === name.words.length - 1 ? bare(words[at + n]) : words[at + n]))
      if (isThere && !(begins && name.words.length === 1) && !found.has(name.slug))
        found.set(name.slug, { slug: name.slug, name: name.name })
    }
    from += one.length
  }
  return [...found.values()]
}

const bare = (one = '') => one.replace(/['’]s$/, '')
