import type { BookDeal } from '../../formulas/measures/book.ts'
import { chooseCurrency, type Terms } from '../../formulas/value-deals.ts'
import type { People } from '../people.ts'
import { placeDeals } from './place-deals.ts'
import type { Pipeline } from './read-pipeline.ts'

/** Every deal of the tree, placed in its workflow and said in one currency; in the order they were read. */
export function valueAll({ deals, shelf }: Pipeline, people: Pick<People, 'find'>, terms: Terms) {
  const place = placeDeals(shelf, (name) => people.find(name))
  const { deals: valued, currency } = chooseCurrency(
    deals.map(({ value, customer }) => place(value, customer ?? '')),
    undefined,
    terms,
  )
  const kept = valued.map((deal, n): BookDeal => {
    const { path, slug, value } = deals[n]!
    return { ...deal, path, slug, archived: value.archived !== undefined }
  })
  return { deals: kept, currency }
}
