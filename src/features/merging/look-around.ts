import { fieldPlace, readFrontMatter } from '../../records/text/front-matter.ts'
import { followStubs } from '../../workspace/links/follow-stubs.ts'
import { openDealsOf } from '../../workspace/open-named.ts'
import type { Place } from '../../workspace/place.ts'
import { type Kept, listRecords } from '../../workspace/records.ts'
import { openSheet } from '../../workspace/sheet.ts'
import { isThere } from '../../workspace/tree.ts'
import { findThere } from './find-there.ts'
import { rolesIn } from './plan-contact-move.ts'

/** What a person's way to another customer meets: where the file goes, the stub of somebody who comes back, the parts left behind. */
export function lookAround(place: Place, contact: Kept<'contact'>, to: Kept<'customer'>, typed: string | undefined) {
  const customer = contact.customer!
  const has = (path: string) => isThere(place, path)
  const there = listRecords(place, 'contact', { customer: to.slug }).records
  const path = findThere(contact, to.slug, there, { email: typed, isThere: has, leadsTo: (at) => followStubs(place, at) })
  const stub = has(path) ? openSheet(place, path) : undefined
  const known = stub && readFrontMatter(path, stub.text).data['email']
  const email = typed ?? (typeof known === 'string' ? known : undefined)
  const roles = rolesIn(openDealsOf(place, customer), contact.slug, ({ read }, field) => fieldPlace(read.sheet, field).line)
  const old = listRecords(place, 'customer', { customer }).records[0]?.value
  return { to, path, stub: stub?.sha, email, roles, old, has }
}
