import { Failure } from '../failure.ts'
import type { KindName } from '../records/kinds.ts'
import type { Place } from './place.ts'
import { type Kept, listRecords, openRecord, readTeam } from './records.ts'
import { findRecords, nameOf, resolveRecord } from './resolve.ts'
import { tellOpen } from './workflows.ts'

/** A record, and how it is called in sentences. */
export type Named<K extends KindName> = Kept<K> & { called: string }

/** The record a person named, and how it is called in sentences. Throws what `resolveRecord` and `openRecord` throw. */
export async function openNamed<K extends KindName>(place: Place, name: string, kinds: readonly K[]): Promise<Named<K>> {
  const found = await resolveRecord(place, name, kinds)
  return call(openRecord(place, found.kind as K, found.path, readTeam(place)))
}

/** The deal a person named, by itself or by the customer whose only open deal it is. */
export async function openDealOf(place: Place, name: string): Promise<Named<'deal'>> {
  const [customer, ...more] = await findRecords(place, name, ['customer'])
  if (!customer || more.length > 0) return openNamed(place, name, ['deal'])
  const open = openDealsOf(place, customer.slug)
  if (open.length === 1) return call(open[0]!)
  throw new Failure(
    open.length === 0
      ? `${customer.slug} has no open deal.`
      : `${customer.slug} has ${open.length} open deals: ${open.map(nameOf).join(', ')}.`,
    {
      hint: open.length === 0 ? `dossier deal new ${customer.slug} "…"` : `name one of them, as ${nameOf(open[0]!)}`,
      exitCode: open.length === 0 ? 3 : 2,
    },
  )
}

/** The folder of a customer a person named; `_unassigned` is one as well. */
export const folderNamed = async (place: Place, name: string): Promise<string> =>
  name === '_unassigned' ? name : (await resolveRecord(place, name, ['customer'])).slug

/** A customer's deals that are neither won, lost nor put away. */
export function openDealsOf(place: Place, customer: string): Kept<'deal'>[] {
  const isOpen = tellOpen(place)
  const { records } = listRecords(place, 'deal', { customer, team: readTeam(place) })
  return records.filter((deal) => !deal.value.archived && isOpen(deal))
}

const call = <K extends KindName>(record: Kept<K>): Named<K> => Object.assign(record, { called: nameOf(record) })
