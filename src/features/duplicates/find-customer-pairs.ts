import { type Doubt, duplicateScore } from '../../formulas/duplicate-score.ts'
import { companyKey } from '../../records/company-name.ts'
import { domainOf, isFreeMail } from '../../records/domain-of.ts'
import { slugify } from '../../records/slug.ts'
import { pairAlike } from './pair-alike.ts'
import { byScore, groupBy, type Pairs, pairShared, type Shared } from './pair-up.ts'

/** A customer as it is told from others. */
export type Told = {
  slug: string
  name: string
  aliases?: readonly string[] | undefined
  domain?: string | undefined
  domains?: readonly string[] | undefined
  external?: Record<string, string> | undefined
  parent?: string | undefined
  type?: string | undefined
}

/** Why two are perhaps not one, in words. */
type Against = { by: Doubt; because: string }

/** Two customers that may be one: how likely (0–1), what speaks for it and what against. */
export type CustomerPair = { score: number; a: string; b: string; reasons: Shared[]; against: Against[] }

/** Finds customers that may be one, best first: by external id, domain, name and names alike. No walk of all against all. */
export function findCustomerPairs(customers: readonly Told[], min = 0): CustomerPair[] {
  const domains = customers.map(domainsOf)
  const keys = customers.map(({ name, aliases = [] }) => [...new Set([name, ...aliases].map(companyKey))])
  const pairs: Pairs = new Map()
  const at = (n: number) => customers[n]!
  const count = customers.length
  pairShared(
    pairs,
    groupBy(count, (n) => idsOf(at(n))),
    (value) => ({ by: 'external', value }),
  )
  pairShared(
    pairs,
    groupBy(count, (n) => domains[n]!),
    (value) => ({ by: 'domain', value }),
  )
  pairShared(
    pairs,
    groupBy(count, (n) => keys[n]!),
    (value) => ({ by: Array.from(value).length < 3 ? 'short name' : 'name', value }),
  )
  pairAlike(
    pairs,
    customers.map(({ name }, n) => ({ at: n, key: keys[n]![0]!, words: wordsOf(name, keys[n]![0]!) })),
  )
  return [...pairs.values()]
    .map(({ a, b, reasons }) => {
      const label = sameLabel(domains[a]!, domains[b]!)
      const all: Shared[] =
        label && !reasons.some(({ by }) => by === 'domain') ? [...reasons, { by: 'label', value: label }] : reasons
      const against = doubtsOf(at(a), at(b), { domains: [domains[a]!, domains[b]!], reasons: all })
      const score = duplicateScore(
        'customer',
        all,
        against.map(({ by }) => by),
      )
      return { score, a: at(a).slug, b: at(b).slug, reasons: all, against }
    })
    .filter(({ score }) => score >= min)
    .sort(byScore)
}

type Found = { domains: readonly [readonly string[], readonly string[]]; reasons: readonly Shared[] }

function doubtsOf(a: Told, b: Told, { domains: [one, other], reasons }: Found): Against[] {
  const against: Against[] = []
  if (a.parent === b.slug || b.parent === a.slug)
    against.push({
      by: 'parent',
      because: a.parent === b.slug ? `${a.slug} is a subsidiary of ${b.slug}` : `${b.slug} is a subsidiary of ${a.slug}`,
    })
  else if (a.parent && a.parent === b.parent) against.push({ by: 'siblings', because: `both are subsidiaries of ${a.parent}` })
  const system = Object.keys(a.external ?? {}).find(
    (key) => b.external?.[key] !== undefined && b.external[key] !== a.external![key],
  )
  if (system)
    against.push({ by: 'other id', because: `${system} knows them as ${a.external![system]} and ${b.external![system]}` })
  const shares = reasons.some(({ by }) => by === 'domain' || by === 'label' || by === 'external')
  if (!shares && one.length > 0 && other.length > 0)
    against.push({ by: 'other domain', because: `their domains are ${one[0]} and ${other[0]}` })
  if ((a.type === 'former') !== (b.type === 'former'))
    against.push({ by: 'former', because: `${a.type === 'former' ? a.slug : b.slug} is a former customer` })
  return against
}

const idsOf = ({ external = {} }: Told) => Object.entries(external).map(([system, id]) => `${system}:${id}`)

/** The domains that tell a company: a mail service that is everybody's tells none. */
export const domainsOf = ({ domain, domains = [] }: Pick<Told, 'domain' | 'domains'>): string[] => [
  ...new Set(
    [domain, ...domains].flatMap((written) => {
      const own = written ? domainOf(written) : undefined
      return own && !isFreeMail(own) ? [own] : []
    }),
  ),
]

/** The name before the endings that two domains share: acme of acme.com and acme.co.uk. */
function sameLabel(one: readonly string[], other: readonly string[]): string | undefined {
  const labels = new Set(one.map(labelOf))
  return other.map(labelOf).find((label) => label.length > 2 && labels.has(label))
}

const labelOf = (domain: string) => domain.replace(/(?:\.(?:com?|org|net|gov|ac|edu))?\.[^.]+$/, '').replace(/^.*\./, '')

/** The words of a name without its legal form, which its key has left out. */
function wordsOf(name: string, key: string): string[] {
  const words = slugify(name, 200).split('-').filter(Boolean)
  const bare = slugify(name.normalize('NFKD').replace(/\p{M}/gu, ''), 200).split('-').filter(Boolean)
  let count = words.length
  while (count > 1 && bare.length === words.length && !key.endsWith(bare[count - 1]!)) count--
  return words.slice(0, count)
}
