import { Failure } from '../../failure.ts'
import { fiscalQuarter } from '../../formulas/fiscal-quarter.ts'
import type { ValuedDeal } from '../../formulas/value-deals.ts'
import type { Customer } from '../../records/kinds/customer.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import { nearest } from '../../records/nearest.ts'
import { sayValue } from '../../records/say-value.ts'
import { type FieldType, fieldsOf } from '../../records/schema/schema-of.ts'
import type { GroupsOf } from './group-deals.ts'

/** What is looked at besides the deals. */
export type Asked = {
  team: TeamFields | undefined
  yearStart: string
  /** Reads a customer, once each. */
  customer: (slug: string) => Customer | undefined
}

/** What is known without looking at the fields: where a deal stands, whose it is, when it closes. */
const standing = {
  stage: ({ stage }) => [stage],
  owner: ({ owner }) => [owner],
  customer: ({ customer }) => [customer],
  currency: ({ currency }) => [currency],
  forecast_category: ({ category }) => [category ?? null],
} satisfies Record<string, GroupsOf>

const names = ['stage', 'owner', 'customer', 'type', 'source', 'segment', 'product', 'currency', 'quarter', 'forecast_category']

/** How deals are told apart by a field: one of the usual ways, a field of the deal, or `customer.` and a field of the customer. */
export function chooseGroups(by: string, deals: readonly ValuedDeal[], { team, yearStart, customer }: Asked): GroupsOf {
  if (Object.hasOwn(standing, by)) return standing[by as keyof typeof standing]
  if (by === 'quarter') return ({ deal }) => [deal.close_date ? fiscalQuarter(deal.close_date, yearStart) : null]
  const [own, theirs] = [fieldsOf('deal', team), fieldsOf('customer', team)]
  const inDeal = typeIn(own, by) ?? (deals.some(({ deal }) => Object.hasOwn(deal, by)) ? 'untyped' : undefined)
  if (inDeal) return groupable(by, inDeal) && ((valued) => valuesIn(valued.deal, by))
  const field = by === 'segment' ? by : by.replace(/^customer\./, '')
  const ofCustomer = field !== by || by === 'segment' ? typeIn(theirs, field) : undefined
  if (ofCustomer) return groupable(by, ofCustomer) && ((valued) => valuesIn(customer(valued.customer) ?? {}, field))
  const all = [...names, ...keysOf(own), ...keysOf(theirs).map((name) => `customer.${name}`)]
  const like = nearest(by, all)
  throw new Failure(`Deals have no "${by}" to group by.`, {
    hint: like.length > 0 ? `did you mean ${like.join(', ')}?` : `one of ${names.join(', ')}, or another field of a deal`,
    exitCode: 2,
  })
}

const typeIn = (fields: Record<string, FieldType>, name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined)
const keysOf = (fields: Record<string, FieldType>) => Object.keys(fields).filter((name) => holdsWords(fields[name]!))

const holdsWords = ({ is, item }: FieldType) => is !== 'map' && is !== 'either' && !(is === 'list' && item?.is === 'map')

function groupable(by: string, type: FieldType | 'untyped'): true {
  if (type === 'untyped' || holdsWords(type)) return true
  throw new Failure(`"${by}" holds keys of its own, so deals cannot be grouped by it.`, {
    hint: `one of ${names.join(', ')}, or another field that holds one value`,
    exitCode: 2,
  })
}

function valuesIn(record: object, field: string): (string | null)[] {
  const value = (record as Record<string, unknown>)[field]
  const values = [...new Set((Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== ''))]
  return values.length === 0 ? [null] : values.map((one) => sayValue(one, Infinity))
}
