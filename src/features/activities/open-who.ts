import { type Named, openDealsOf, openNamed } from '../../workspace/open-named.ts'
import type { Place } from '../../workspace/place.ts'
import { type Kept, openRecord, readTeam } from '../../workspace/records.ts'
import { findRecords } from '../../workspace/resolve.ts'
import { isCustomer } from '../../workspace/tree.ts'
import type { Target } from './propose-changes.ts'

/** Whom an activity was with: the customer's folder, the contacts known by it, and the deal it belongs to. */
export type Who = { customer: string; called: string; participants: string[]; deal?: Kept<'deal'>; contact?: Kept<'contact'> }

/** Reads who was meant: a contact, a customer or a deal. Throws what `openNamed` throws. */
export async function openWho(place: Place, name: string): Promise<Who> {
  const record = await openNamed(place, name, ['customer', 'contact', 'deal'])
  const customer = record.customer!
  const { called } = record
  if (record.kind === 'deal') {
    const deal = record as Named<'deal'>
    return { customer, called, deal, participants: deal.value.primary_contact ? [deal.value.primary_contact] : [] }
  }
  const open = customer === '_unassigned' ? [] : openDealsOf(place, customer)
  const deal = open.length === 1 ? { deal: open[0]! } : {}
  if (record.kind === 'contact')
    return { customer, called, ...deal, contact: record as Named<'contact'>, participants: [record.slug] }
  return { customer, called, ...deal, participants: [] }
}

/** Contacts by any of their names, as the record keeps them: by slug; an address nobody has stays an address. */
export async function nameParticipants(place: Place, customer: string, names: readonly string[]): Promise<string[]> {
  const slugs = []
  for (const name of names) {
    const found = await findRecords(place, name, ['contact'])
    const [own] = found.filter((one) => one.customer === customer)
    slugs.push(own?.slug ?? (/^\S+@\S+$/.test(name) ? name : (await openNamed(place, name, ['contact'])).slug))
  }
  return slugs
}

/** Where the steps that follow from an activity go: to its deal, else to its customer, else to the contact. */
export function targetOf(
  place: Place,
  { customer, deal, contact }: Pick<Who, 'customer' | 'deal' | 'contact'>,
): Target | undefined {
  if (deal) return { ...placed(deal), deal: deal.value }
  if (isCustomer(place, customer))
    return placed(openRecord(place, 'customer', `customers/${customer}/customer.md`, readTeam(place)))
  return contact && placed(contact)
}

const placed = ({ path, text, sha }: Kept) => ({ path, text, sha })
