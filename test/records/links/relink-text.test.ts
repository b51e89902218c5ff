import { describe, expect, test } from 'vitest'
import { relinkText } from '../../../src/records/links/relink-text.ts'

const ways = new Map([
  ['customers/globex', 'customers/acme'],
  ['customers/globex/customer.md', 'customers/acme/customer.md'],
  ['customers/globex/contacts/jo.md', 'customers/acme/contacts/jo-x1.md'],
  ['customers/globex/contacts/bo.md', 'customers/acme/contacts/bo.md'],
  ['customers/globex/documents/an offer.md', 'customers/acme/documents/an offer.md'],
])
const stays = (path: string) => ({ was: path, is: path, has: () => true })

describe('in a file that stays', () => {
  test.each([
    ['[[globex]]', '[[acme]]'],
    ['[[ globex ]]', '[[ acme ]]'],
    ['[[globex|Globex]] and [[globex#Notes]]', '[[acme|Globex]] and [[acme#Notes]]'],
    ['[[globex/jo]] [[globex/bo]]', '[[acme/jo-x1]] [[acme/bo]]'],
    [
      '[[customers/globex/contacts/jo]] [[customers/globex/contacts/jo.md]]',
      '[[customers/acme/contacts/jo-x1]] [[customers/acme/contacts/jo-x1.md]]',
    ],
    ['[[customers/globex]] [[jo]] [[globexx]] [[globex-inc]]', '[[customers/acme]] [[jo]] [[globexx]] [[globex-inc]]'],
    ['[a](../globex/customer.md#x "t")', '[a](../acme/customer.md#x "t")'],
    ['[a](../globex/) [b](../globex)', '[a](../acme/) [b](../acme)'],
    ['[a](<../globex/contacts/jo.md>)', '[a](<../acme/contacts/jo-x1.md>)'],
    ['[a](../globex/documents/an%20offer.md)', '[a](../acme/documents/an%20offer.md)'],
    ['[a]: ../globex/contacts/jo.md', '[a]: ../acme/contacts/jo-x1.md'],
    ['[a](/customers/globex/contacts/jo.md)', '[a](/customers/acme/contacts/jo-x1.md)'],
    [
      '[a](https://x.example/globex/customer.md) [b](mailto:a@globex.com)',
      '[a](https://x.example/globex/customer.md) [b](mailto:a@globex.com)',
    ],
    [
      'see customers/globex/contacts/jo.md:12, and customers/globex.',
      'see customers/acme/contacts/jo-x1.md:12, and customers/acme.',
    ],
    ['`customers/globex/contacts/jo.md`', '`customers/acme/contacts/jo-x1.md`'],
    ['`[[globex]]`', '`[[globex]]`'],
    [
      '```\n[[globex]] customers/globex/customer.md\n```\n[[globex]]',
      '```\n[[globex]] customers/globex/customer.md\n```\n[[acme]]',
    ],
    ['globex alone, globex.com, my/customers/globex/x', 'globex alone, globex.com, my/customers/globex/x'],
  ])('%j becomes %j', (text, now) => expect(relinkText(ways, stays('customers/zeta/notes.md'), text)).toBe(now))
})

describe('in a file that goes along', () => {
  const file = { was: 'customers/globex/contacts/bo.md', is: 'customers/acme/contacts/bo.md', has: () => true }
  test.each([
    ['[[jo]] [a](jo.md) [b](../customer.md)', '[[jo-x1]] [a](jo-x1.md) [b](../customer.md)'],
    ['[c](../../zeta/customer.md)', '[c](../../zeta/customer.md)'],
    ['[d](../documents/o.pdf)', '[d](../../globex/documents/o.pdf)'],
  ])('%j becomes %j', (text, now) => expect(relinkText(ways, file, text)).toBe(now))

  test('a name that stays behind is named with its customer, one that nothing bears is left alone', () => {
    const alone = new Map([['customers/globex/contacts/bo.md', 'customers/acme/contacts/bo.md']])
    const has = (path: string) => path === 'customers/globex/deals/pilot.md'
    expect(relinkText(alone, { ...file, has }, '[[pilot]] [[ghost]]')).toBe('[[globex/pilot]] [[ghost]]')
  })
})

test('a text with very many brackets takes no time to speak of', () => {
  const text = '[a](('.repeat(20_000) + '[['.repeat(20_000) + '`'.repeat(20_001)
  expect(relinkText(ways, stays('customers/zeta/notes.md'), text)).toBe(text)
})
