import type { Order } from './read-fields.ts'
import { compareKeys, openSortKeys } from './sort-key.ts'
import { type Source, valueOf } from './value-of.ts'

/** Sorts lines by fields; those that are alike keep the order they had. */
export function sortRows<S extends Source>(rows: readonly S[], orders: readonly Order[], zone: string): S[] {
  if (orders.length === 0) return [...rows]
  const makers = orders.map(({ field }) => openSortKeys(field, zone))
  const keyed = rows.map((row) => ({ row, keys: orders.map(({ field }, n) => makers[n]!(valueOf(field, row))) }))
  keyed.sort((a, b) => {
    for (const [n, { descending }] of orders.entries()) {
      const order = compareKeys(a.keys[n]!, b.keys[n]!, descending)
      if (order !== 0) return order
    }
    return 0
  })
  return keyed.map(({ row }) => row)
}
