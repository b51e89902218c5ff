import { type KindName, slugInPath } from '../../records/kinds.ts'
import type { Place } from '../../workspace/place.ts'
import { customerSlugs, isCustomer, isThere, recordPaths } from '../../workspace/tree.ts'
import { offerAddresses } from './offer-addresses.ts'
import { type Offer, type Offers, startingWith } from './offers.ts'

const folders = { contact: 'contacts', deal: 'deals', activity: 'activities' } as const
type Inner = keyof typeof folders

/** How many customers may be looked into for a name without its customer; of more, only their own names are read. */
const mostFolders = 300

/** Offers records of these kinds: customers, what lies below one as `customer/slug`, people, and a contact's address once it has an `@`. */
export async function offerRecords(place: Place, typed: string, kinds: readonly KindName[]): Promise<Offers> {
  if (/^(?:customers\/|[.~/])/.test(typed)) return { names: [], rest: 'files' }
  const inner = kinds.filter((kind): kind is Inner => kind in folders)
  const [, owner] = /^([^/]+)\//.exec(typed) ?? []
  if (owner !== undefined) return startingWith(typed, isOwner(place, owner) ? within(place, owner, inner) : [])
  if (/.@/.test(typed) && kinds.includes('contact')) return offerAddresses(place, typed)
  const slugs = customerSlugs(place)
  const customers = startingWith(typed, kinds.includes('customer') ? slugs.map(aCustomer) : [])
  const people = startingWith(typed, kinds.includes('person') ? named(place, 'person') : [])
  const workflows = startingWith(typed, kinds.includes('workflow') ? named(place, 'workflow') : [])
  const whole = [customers, people, workflows].flatMap(({ names }) => names)
  const owners = inner.length === 0 ? [] : startingWith(typed, [...slugs, '_unassigned']).names.map(({ value }) => value)
  const [only] = owners
  if (only !== undefined && owners.length === 1) return startingWith(typed, [...whole, ...within(place, only, inner)])
  if (whole.length > 0) return startingWith(typed, whole)
  const open = owners.filter((slug) => inner.some((kind) => isThere(place, `customers/${slug}/${folders[kind]}`)))
  if (open.length > 0) return { ...startingWith(typed, open.map(slash)), rest: 'open' }
  return typed !== '' && slugs.length <= mostFolders
    ? startingWith(
        typed,
        slugs.flatMap((slug) => bare(place, slug, inner)),
      )
    : startingWith(typed, [])
}

/** Offers what belongs to nobody yet. */
export const offerUnassigned = (place: Place, typed: string): Offers =>
  startingWith(typed, bare(place, '_unassigned', ['contact', 'deal', 'activity']))

/** Offers the slugs of one customer's records of a kind, or of their customers where none is known. */
export const offerOwn = (place: Place, typed: string, kind: Inner, customer: string): Offers =>
  startingWith(typed, bare(place, customer, [kind]))

const isOwner = (place: Place, slug: string) => slug === '_unassigned' || isCustomer(place, slug)

const within = (place: Place, owner: string, kinds: readonly Inner[]): Offer[] =>
  bare(place, owner, kinds).map(({ value, about }) => ({ value: `${owner}/${value}`, about }))

const bare = (place: Place, owner: string, kinds: readonly Inner[]): Offer[] =>
  kinds.flatMap((kind) => recordPaths(place, kind, owner).map((path) => ({ value: slugInPath(path), about: kind })))

const named = (place: Place, kind: 'person' | 'workflow') =>
  recordPaths(place, kind).map((path) => ({ value: slugInPath(path), about: kind }))

const aCustomer = (value: string): Offer => ({ value, about: 'customer' })

const slash = (slug: string) => `${slug}/`
