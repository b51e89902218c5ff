import * as z from 'zod'
import { currency, external, flag, lazily, list, number, text } from './field-types.ts'

const Product = lazily(() =>
  z.looseObject(
    {
      name: text.describe('What the product is called.'),
      code: text.describe('The code or SKU.').optional(),
      family: text.describe('The line of products it belongs to.').optional(),
      price: number.describe('The list price of one, in `currency`.').optional(),
      currency: currency.describe('The ISO 4217 code; absent means the workspace currency.').optional(),
      aliases: list(text).describe('Other ways it is spelt.').optional(),
      active: flag.describe('Whether it is still sold; absent means yes.').optional(),
      external: external.optional(),
    },
    'keys and values such as name and price',
  ),
)

/** What we sell: `sales-toolkit/products.yaml`. */
export const Products = lazily(() =>
  z.looseObject({
    products: list(Product()).describe('The products, one entry each.').default([]),
  }),
)
export type Products = z.infer<ReturnType<typeof Products>>
