import type { Kept } from '../../../workspace/records.ts'
import { findProduct } from '../match/product-names.ts'
import type { Run } from '../run.ts'
import { storeEdits } from './store-row.ts'

/** Imported deals that name a product almost as a list that came later does name it so from now on. */
export function settleProducts(run: Run): void {
  for (const member of run.members.deal.all()) {
    const deal = member as Kept<'deal'>
    const { lines = [], external } = deal.value
    const isImported = external !== undefined && lines.every((line) => Object.keys(line).length === 1)
    if (!isImported) continue
    const named = lines.map(({ product }) => ({ product: findProduct(run.products, product)?.name ?? product }))
    if (named.every(({ product }, n) => product === lines[n]!.product)) continue
    run.members.deal.replace(storeEdits(run, deal, [{ do: 'set', field: ['lines'], value: named }]).record)
  }
}
