import { type Doubt, duplicateScore } from '../../formulas/duplicate-score.ts'
import { domainOf } from '../../records/domain-of.ts'
import { emailKey, isOfficeMailbox } from '../../records/email-key.ts'
import { slugify } from '../../records/slug.ts'
import { pairAlike } from './pair-alike.ts'
import { byScore, groupBy, note, type Pairs, pairShared, type Shared } from './pair-up.ts'

/** A contact as it is told from others. `customer` is the folder it lies in. */
export type Person = {
  slug: string
  customer: string
  name: string
  email?: string | undefined
  emails?: readonly string[] | undefined
  phone?: string | undefined
  linkedin?: string | undefined
  status?: string | undefined
  external?: Record<string, string> | undefined
}

/** Two contacts that may be one person: how likely (0–1), why, why not, and whether one of them rather changed companies. */
export type ContactPair = {
  score: number
  a: string
  b: string
  reasons: Shared[]
  against: { by: Doubt; because: string }[]
  likely: 'duplicate' | 'moved'
  because?: string
}

type Known = {
  phoneKey: (written: string) => string | undefined
  /** The domains of a customer. */
  domainsOf: (customer: string) => readonly string[]
  min?: number
}

/** So many people with one phone number have a switchboard. */
const switchboard = 3

/** Finds contacts that may be one person, best first: by external id, address, profile and phone everywhere, by name where it tells enough. */
export function findContactPairs(people: readonly Person[], { phoneKey, domainsOf, min = 0 }: Known): ContactPair[] {
  const pairs: Pairs = new Map()
  const count = people.length
  const at = (n: number) => people[n]!
  const words = people.map(({ name }) => wordsOf(name))
  const emails = people.map(({ email, emails: more = [] }) => [
    ...new Set([email, ...more].flatMap((one) => (one ? (emailKey(one) ?? []) : []))),
  ])
  const here = (n: number, key: string) => (key && at(n).customer !== '_unassigned' ? [`${at(n).customer} ${key}`] : [])
  pairShared(
    pairs,
    groupBy(count, (n) => Object.entries(at(n).external ?? {}).map(([system, id]) => `${system}:${id}`)),
    (value) => ({ by: 'external', value }),
  )
  pairShared(
    pairs,
    groupBy(count, (n) => emails[n]!),
    (value) => ({ by: isOfficeMailbox(value) ? 'office' : 'email', value }),
  )
  pairShared(
    pairs,
    groupBy(count, (n) => profileOf(at(n).linkedin)),
    (value) => ({ by: 'linkedin', value }),
  )
  pairShared(
    pairs,
    groupBy(count, (n) => [at(n).phone ? (phoneKey(at(n).phone!) ?? '') : '']),
    (value, group) => ({
      by: group.length > switchboard ? 'shared phone' : 'phone',
      value,
    }),
  )
  pairShared(
    pairs,
    groupBy(count, (n) => here(n, words[n]!.join(' '))),
    (_, [first]) => ({ by: 'name', value: at(first!).name }),
  )
  pairShared(
    pairs,
    groupBy(count, (n) => (words[n]!.length > 1 ? [words[n]!.join(' ')] : [])),
    (_, [first]) => ({ by: 'name elsewhere', value: at(first!).name }),
  )
  pairSwapped(
    pairs,
    groupBy(count, (n) => (words[n]!.length > 1 ? here(n, words[n]!.toSorted().join(' ')) : [])),
    words,
  )
  pairInitials(
    pairs,
    groupBy(count, (n) => (words[n]!.length > 1 ? here(n, words[n]!.at(-1)!) : [])),
    words,
  )
  pairAlikeThere(pairs, people, words)
  return [...pairs.values()]
    .map(({ a, b, reasons }) => tell(at(a), at(b), { reasons, emails: [emails[a]!, emails[b]!], domainsOf }))
    .filter(({ score }) => score >= min)
    .sort(byScore)
}

type Found = {
  reasons: readonly Shared[]
  emails: readonly [readonly string[], readonly string[]]
  domainsOf: Known['domainsOf']
}

function tell(a: Person, b: Person, { reasons, emails: [one, other], domainsOf }: Found): ContactPair {
  const named = new Set(reasons.map(({ by }) => by))
  const kept = reasons.filter(({ by }) => by !== 'name elsewhere' || !named.has('name'))
  const against: ContactPair['against'] = []
  const system = Object.keys(a.external ?? {}).find(
    (key) => b.external?.[key] !== undefined && b.external[key] !== a.external![key],
  )
  if (system)
    against.push({ by: 'other id', because: `${system} knows them as ${a.external![system]} and ${b.external![system]}` })
  const hasLeft = [a, b].find(({ status }) => status === 'left')
  if (hasLeft) against.push({ by: 'left', because: `${callOf(hasLeft)} has left` })
  if (!named.has('email') && one.length > 0 && other.length > 0 && a.customer === b.customer)
    against.push({ by: 'other email', because: `their addresses are ${one[0]} and ${other[0]}` })
  const score = duplicateScore(
    'contact',
    kept,
    against.map(({ by }) => by),
  )
  return { score, a: callOf(a), b: callOf(b), reasons: kept, against, ...judgeMove(a, b, [one, other], hasLeft, domainsOf) }
}

/** At one customer two files are a duplicate; at two customers the addresses tell whether somebody changed companies. */
function judgeMove(
  a: Person,
  b: Person,
  [one, other]: readonly [readonly string[], readonly string[]],
  left: Person | undefined,
  domainsOf: Known['domainsOf'],
): Pick<ContactPair, 'likely' | 'because'> {
  if (a.customer === b.customer || a.customer === '_unassigned' || b.customer === '_unassigned') return { likely: 'duplicate' }
  if (left) return { likely: 'moved', because: `${callOf(left)} has left` }
  const isAt = (addresses: readonly string[], customer: string) =>
    addresses.some((address) => domainsOf(customer).includes(domainOf(address) ?? ''))
  const [aHere, bHere] = [isAt(one, a.customer), isAt(other, b.customer)]
  const [aThere, bThere] = [isAt(one, b.customer), isAt(other, a.customer)]
  if (aHere && bHere && !aThere && !bThere) return { likely: 'moved', because: 'each has an address of their own company' }
  if (aHere || bThere) return { likely: 'duplicate', because: `the address is one of ${a.customer}'s` }
  if (bHere || aThere) return { likely: 'duplicate', because: `the address is one of ${b.customer}'s` }
  return { likely: 'moved', because: "the address is neither company's" }
}

function pairSwapped(pairs: Pairs, groups: ReadonlyMap<string, readonly number[]>, words: readonly (readonly string[])[]): void {
  for (const group of groups.values())
    for (const [n, one] of group.entries())
      for (const other of group.slice(n + 1, n + 13))
        if (words[one]!.join(' ') !== words[other]!.join(' '))
          note(pairs, one, other, { by: 'swapped name', value: words[other]!.join(' ') })
}

/** "J. Park" may be "Jo Park" at the same customer. */
function pairInitials(pairs: Pairs, groups: ReadonlyMap<string, readonly number[]>, words: readonly (readonly string[])[]): void {
  for (const group of groups.values())
    for (const [n, one] of group.entries())
      for (const other of group.slice(n + 1, n + 13)) {
        const [a, b] = [words[one]![0]!, words[other]![0]!]
        const isInitial = (a.length === 1) !== (b.length === 1) && a[0] === b[0]
        if (isInitial && words[one]!.length === 2 && words[other]!.length === 2)
          note(pairs, one, other, { by: 'initial', value: words[one]!.at(-1)! })
      }
}

/** Misspelt names are looked for at one customer only: elsewhere they are other people. */
function pairAlikeThere(pairs: Pairs, people: readonly Person[], words: readonly (readonly string[])[]): void {
  for (const group of groupBy(people.length, (n) => [people[n]!.customer]).values()) {
    if (people[group[0]!]!.customer === '_unassigned') continue
    const found: Pairs = new Map()
    pairAlike(
      found,
      group.map((n) => ({ at: n, key: words[n]!.join(''), words: words[n]! })),
    )
    for (const { a, b, reasons } of found.values())
      if (!pairs.get(`${a} ${b}`)?.reasons.some(({ by }) => by === 'swapped name' || by === 'initial'))
        for (const reason of reasons) note(pairs, a, b, reason)
  }
}

const titles = new Set('dr prof mr mrs ms herr frau ing dipl mba phd'.split(' '))
const wordsOf = (name: string) => {
  const turned = name.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1')
  const all = slugify(turned, 200).split('-').filter(Boolean)
  const bare = all.filter((word) => !titles.has(word))
  return bare.length > 0 ? bare : all
}

const profileOf = (address: string | undefined) => {
  const [, name] = /linkedin\.com\/in\/([^/?#\s]+)/i.exec(address ?? '') ?? []
  return name ? [name.toLowerCase()] : []
}

const callOf = ({ customer, slug }: Person) => `${customer}/${slug}`
