import { expect, test } from 'vitest'
import { findProduct } from '../../../../src/features/imports/match/product-names.ts'

const products = [
  { name: 'GTX Pro' },
  { name: 'GTX Plus Pro' },
  { name: 'GTK 500', code: 'K-5' },
  { name: 'MG Advanced', aliases: ['Advanced'] },
  { name: 'MG Special' },
  { name: 'Ace' },
]

test.each([
  ['GTX Pro', 'GTX Pro'],
  ['GTXPro', 'GTX Pro'],
  ['gtx-pro', 'GTX Pro'],
  ['GTX Pros', 'GTX Pro'],
  ['MG Advnaced', 'MG Advanced'],
  ['advanced', 'MG Advanced'],
  ['k5', 'GTK 500'],
  ['GTK 600', undefined],
  ['GTK 5000', undefined],
  ['Aces', undefined],
  ['MG', undefined],
  ['', undefined],
  ['Something else', undefined],
])('%s is %s', (written, wanted) => {
  expect(findProduct(products, written)?.name).toBe(wanted)
})
