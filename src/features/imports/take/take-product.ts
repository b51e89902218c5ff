import type { Products } from '../../../records/kinds/products.ts'
import type { Draft } from '../draft.ts'
import { findProduct } from '../match/product-names.ts'
import type { Run } from '../run.ts'
import { changesTo } from '../write/changes-to.ts'
import type { Outcome } from '../write/collect-writes.ts'

type Product = Products['products'][number]

/** Takes a row of a list of products: one of our own by its id, its code or its very name, else a new one. */
export function takeProduct(run: Run, draft: Draft, system: string): Outcome {
  const row: Product = {
    ...(draft.fields as Product),
    ...(draft.id && { external: { [system]: draft.id } }),
    ...(Object.keys(draft.imported).length > 0 && { imported: draft.imported }),
  }
  const at = run.products.findIndex((product) => isSame(product, row, system))
  const known = run.products[at]
  if (!known) {
    run.products.push(row)
    return 'created'
  }
  if (changesTo(known, row).length === 0) return 'unchanged'
  run.products[at] = { ...known, ...row, external: { ...known.external, ...row.external } }
  return 'changed'
}

function isSame(product: Product, row: Product, system: string): boolean {
  const [own, other] = [product.external?.[system], row.external?.[system]]
  if (own !== undefined && other !== undefined) return own === other
  if (product.code !== undefined && row.code !== undefined) return product.code === row.code
  return product.name === row.name || findProduct([product], row.name)?.name.toLowerCase() === row.name.toLowerCase()
}
