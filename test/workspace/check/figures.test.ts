import { expect, test } from 'vitest'
import { saidOf } from './checked.ts'

const said = (fields: string) => saidOf({ 'customers/acme/deals/pilot.md': `---\nname: Pilot\n${fields}\n---\n` })

test.each([
  ['of tenths', 'amount: 0.3\nlines: [{ product: A, unit_price: 0.1 }, { product: B, unit_price: 0.2 }]'],
  ['that was rounded once', 'amount: 50.97\nlines: [{ product: A, unit_price: 19.99, quantity: 3, discount: 0.15 }]'],
  [
    'whose lines were rounded one by one',
    'amount: 0.02\nlines: [{ product: A, unit_price: 0.005 }, { product: B, unit_price: 0.005 }]',
  ],
  ['in yen', 'amount: 101\ncurrency: JPY\nlines: [{ product: A, unit_price: 100.5 }]'],
  ['of lines without a price', 'amount: 5\nlines: [{ product: A }]'],
])('an amount %s is the sum of its lines', async (_, fields) => expect(await said(fields)).toEqual([]))

test.each([
  ['amount: 50.96\nlines: [{ product: A, unit_price: 19.99, quantity: 3, discount: 0.15 }]', '50.96', '50.97'],
  ['amount: 1.234\ncurrency: KWD\nlines: [{ product: A, unit_price: 1.235 }]', '1.234', '1.235'],
  ['amount: 100\ncurrency: JPY\nlines: [{ product: A, unit_price: 100.5 }]', '100', '101'],
])('%s differs', async (fields, amount, sum) => {
  expect((await said(fields)).join()).toContain(`amount: ${amount} is not the sum of the lines, which is ${sum}. (${sum})`)
})
