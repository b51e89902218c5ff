import type { TeamFields } from '../../records/kinds/fields.ts'
import type { Problem } from '../../records/problem.ts'
import type { Place } from '../place.ts'
import { type Kept, listRecords, readAll } from '../records.ts'
import { isCustomer } from '../tree.ts'

/** The kinds of records a customer has. */
export type Beside = 'customer' | 'contact' | 'deal' | 'activity'

/** The records that stand beside others, by customer. */
export type BesideOf = <K extends Beside>(kind: K, customer: string) => Kept<K>[]

/** After so many customers a kind is read as a whole. */
const few = 24

/**
 * Opens what stands beside the records of a list, when it is asked for: customer by customer at first, the whole kind at
 * once when many are asked about. `read` are kinds that somebody has read already; `problems` fills as it goes.
 */
export function openBeside(place: Place, team: TeamFields | undefined, read: { [K in Beside]?: readonly Kept<K>[] } = {}) {
  const found = new Map<string, Problem>()
  const whole = new Map<Beside, Map<string, Kept[]>>()
  const single = new Map<Beside, Map<string, Kept[]>>()
  for (const kind of ['customer', 'contact', 'deal', 'activity'] as const) if (read[kind]) whole.set(kind, byCustomer(read[kind]))

  const take = ({ records, problems }: { records: Kept[]; problems: Problem[] }): Kept[] => {
    for (const one of problems) found.set(`${one.path}:${one.line}:${one.column}:${one.message}`, one)
    return records
  }
  const readOne = (kind: Beside, customer: string): Kept[] => {
    if (kind !== 'customer') return take(listRecords(place, kind, { customer, team }))
    return isCustomer(place, customer) ? take(readAll(place, kind, [`customers/${customer}/customer.md`], team)) : []
  }
  const look = (kind: Beside, customer: string): Kept[] => {
    if (customer === '') return []
    const all = whole.get(kind)
    if (all) return all.get(customer) ?? []
    const known = single.get(kind) ?? new Map<string, Kept[]>()
    single.set(kind, known)
    if (!known.has(customer) && known.size >= few) {
      whole.set(kind, byCustomer(take(listRecords(place, kind, { team }))))
      return look(kind, customer)
    }
    if (!known.has(customer)) known.set(customer, readOne(kind, customer))
    return known.get(customer)!
  }
  return {
    beside: ((kind, customer) => look(kind, customer)) as BesideOf,
    /** What was wrong in files that were read for this. */
    problems: () => [...found.values()],
  }
}

const byCustomer = (records: readonly Kept[]) => Map.groupBy(records, ({ customer = '_unassigned' }) => customer)
