import { findProduct } from '../match/product-names.ts'
import type { Run } from '../run.ts'

/** A product's name as our list has it; spelt almost like a known one it is that one, and the plan says so. */
export function nameProduct({ products, said }: Pick<Run, 'products' | 'said'>, written: string): string {
  const known = findProduct(products, written)
  if (!known) {
    said.newProducts.set(written, (said.newProducts.get(written) ?? 0) + 1)
    return written
  }
  if (known.name === written) return written
  const there = said.products.get(written)
  if (there) there.rows++
  else said.products.set(written, { product: known.name, rows: 1 })
  return known.name
}
