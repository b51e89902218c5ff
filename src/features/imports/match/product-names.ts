import { distance } from 'fastest-levenshtein'
import type { Products } from '../../../records/kinds/products.ts'

type Product = Products['products'][number]

const letters = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const digits = (name: string) => name.replace(/\D+/g, ' ').trim()

/** How many letters a name may be off, by its length: a short one must be right. */
const slack = (name: string) => (name.length < 5 ? 0 : name.length < 9 ? 1 : 2)

/** The product of ours that a name means, however it is spelt; undefined where none is near, or several are. Numbers in a name are never guessed. */
export function findProduct(products: readonly Product[], written: string): Product | undefined {
  const wanted = letters(written)
  if (wanted === '') return undefined
  const namesOf = ({ name, code, aliases = [] }: Product) => [name, ...(code ? [code] : []), ...aliases]
  const same = products.filter((product) => namesOf(product).some((name) => letters(name) === wanted))
  if (same.length > 0) return same.length === 1 ? same[0] : same.find(({ name }) => name === written)
  const near = products.filter(({ name, aliases = [] }) =>
    [name, ...aliases].some(
      (one) => digits(one) === digits(written) && distance(letters(one), wanted) <= Math.min(slack(wanted), slack(letters(one))),
    ),
  )
  return near.length === 1 ? near[0] : undefined
}
