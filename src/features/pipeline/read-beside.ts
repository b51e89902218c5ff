import type { TeamFields } from '../../records/kinds/fields.ts'
import type { Problem } from '../../records/problem.ts'
import type { Place } from '../../workspace/place.ts'
import { type Kept, listRecords, readAll } from '../../workspace/records.ts'
import { isCustomer } from '../../workspace/tree.ts'

/** The kinds of records a customer has. */
export type Beside = 'customer' | 'contact' | 'deal' | 'activity'

/** Reads what stands beside deals, when it is asked for and once for all deals of a customer; `problems` fills as it goes. */
export function readBeside(place: Place, deals: readonly Kept<'deal'>[], team: TeamFields | undefined) {
  const problems: Problem[] = []
  const read = new Map<string, Kept[]>()
  const byCustomer = Map.groupBy(deals, ({ customer }) => customer)
  const look = (kind: Beside, customer: string): Kept[] => {
    if (kind === 'deal') return byCustomer.get(customer) ?? []
    if (kind === 'customer' && !isCustomer(place, customer)) return []
    const listing =
      kind === 'customer'
        ? readAll(place, kind, [`customers/${customer}/customer.md`], team)
        : listRecords(place, kind, { customer, team })
    problems.push(...listing.problems)
    return listing.records
  }
  const beside = <K extends Beside>(kind: K, customer: string): Kept<K>[] => {
    const key = `${kind} ${customer}`
    const known = read.get(key)
    if (known) return known as Kept<K>[]
    const found = look(kind, customer)
    read.set(key, found)
    return found as Kept<K>[]
  }
  return { beside, problems }
}
