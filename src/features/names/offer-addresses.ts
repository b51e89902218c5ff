import { slugify } from '../../records/slug.ts'
import type { Place } from '../../workspace/place.ts'
import { readAll } from '../../workspace/records.ts'
import { customerSlugs, recordPaths } from '../../workspace/tree.ts'
import { type Offers, startingWith } from './offers.ts'

/** How many customers' contacts are read for an address: of a few all, else of those named like the domain. */
const mostRead = 30

/** Offers the contacts' e-mail addresses that begin as typed: `jo@ac` looks at the customers whose slug begins with `ac`. */
export function offerAddresses(place: Place, typed: string): Offers {
  const [, label] = /^[^\s@<>,;"]+@([^\s@.<>,;"]*)[^\s@<>,;"]*$/.exec(typed) ?? []
  if (label === undefined) return startingWith(typed, [])
  const slugs = customerSlugs(place)
  const near = label === '' ? [] : slugs.filter((slug) => slug.startsWith(slugify(label) || label))
  const read = slugs.length <= mostRead ? [...slugs, '_unassigned'] : near.slice(0, mostRead)
  const { records } = readAll(
    place,
    'contact',
    read.flatMap((slug) => recordPaths(place, 'contact', slug)),
  )
  return startingWith(
    typed,
    records.flatMap(({ value: { email, emails = [] } }) => [...(email ? [email] : []), ...emails]),
  )
}
