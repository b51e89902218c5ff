import type { TeamFields } from '../../records/kinds/fields.ts'
import type { KindName } from '../../records/kinds.ts'
import type { Place } from '../../workspace/place.ts'
import { type Kept, listRecords, readAll } from '../../workspace/records.ts'
import { readSheet } from '../../workspace/sheet.ts'
import { customerSlugs, isThere, recordPaths } from '../../workspace/tree.ts'
import { indexCustomers } from './match/customer-index.ts'
import { indexMembers } from './match/member-index.ts'
import { numberTexts } from './match/number-texts.ts'
import { indexPeople } from './match/person-index.ts'
import { placeRows } from './match/placed-rows.ts'
import type { MemberKind, Run } from './run.ts'
import { mergedCustomers } from './take/merged-customers.ts'
import { knownCustomer } from './take/take-customer.ts'
import { collectWrites } from './write/collect-writes.ts'
import { inSchemaOrder } from './write/in-schema-order.ts'

type How = Pick<Run, 'team' | 'makesCustomers' | 'stageOf' | 'tell'> & { keepTexts: boolean }

/** Opens an import: reads the customers and the team; contacts and deals are read when a row needs them. */
export function openRun(place: Place, how: How): Run {
  const { keepTexts, team } = how
  const customers = listRecords(place, 'customer', team ? { team } : {}).records
  const people = listRecords(place, 'person').records
  const paths = { contact: recordPaths(place, 'contact'), deal: recordPaths(place, 'deal') }
  const moved: Run['moved'] = new Map()
  const members = <K extends MemberKind>(kind: K) =>
    indexMembers(function* () {
      for (const record of readAll(place, kind, paths[kind], team).records) yield moved.get(record.path) ?? record
    })
  const orders = new Map<KindName, ReturnType<typeof inSchemaOrder>>()
  const orderFor = (kind: KindName) => {
    const order = orders.get(kind) ?? inSchemaOrder(kind, team)
    orders.set(kind, order)
    return order
  }
  return {
    ...how,
    customers: indexCustomers([...mergedCustomers(place, customers), ...customers.map(knownCustomer)]),
    kept: new Map(customers.map((record) => [record.slug, record])),
    members: { contact: members('contact'), deal: members('deal') },
    people: indexPeople(people),
    keptPeople: new Map(people.map((record) => [record.slug, record])),
    newPeople: new Map(),
    products: structuredClone(readOne(place, 'products', 'sales-toolkit/products.yaml')?.value.products ?? []),
    standing: new Set([
      ...customerSlugs(place).map((slug) => `customers/${slug}`.toLowerCase()),
      ...[...paths.contact, ...paths.deal].map((path) => path.toLowerCase()),
    ]),
    moved,
    inOrder: (kind, values) => orderFor(kind)(values),
    textAt: (path) => {
      const read = readSheet(place, path)
      return 'sheet' in read ? read.sheet.text : undefined
    },
    writes: collectWrites(keepTexts),
    placed: placeRows(),
    touched: numberTexts(),
    repeated: new Map(),
    suppressed: new Map(),
    said: {
      customers: [],
      products: new Map(),
      newProducts: new Map(),
      unplaced: new Map(),
      assigned: [],
      changes: [],
    },
  }
}

/** The one file of a kind, where it is there and can be used. */
export const readOne = <K extends KindName>(place: Place, kind: K, path: string, team?: TeamFields): Kept<K> | undefined =>
  isThere(place, path) ? readAll(place, kind, [path], team).records[0] : undefined
