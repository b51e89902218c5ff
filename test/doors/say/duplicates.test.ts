import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { sayDuplicates } from '../../../src/doors/say/duplicates.ts'

test('each group says what its customers have in common', () => {
  const acme = { slug: 'acme', name: 'Acme', domain: 'acme.com', deals: 2 }
  const other = { slug: 'acme-inc', name: 'Acme Inc.', domain: null, deals: 0 }
  const groups = (['domain', 'name'] as const).map((by) => ({ by, key: 'acme.com', customers: [acme, other] }))
  expect(stripVTControlCharacters(sayDuplicates(groups, 2))).toBe(`the same domain: acme.com
customer  name       domain    deals
acme      Acme       acme.com      2
acme-inc  Acme Inc.                0

the same name but for spelling: Acme
customer  name       domain    deals
acme      Acme       acme.com      2
acme-inc  Acme Inc.                0`)
})

test.each([
  [3, 'No two of 3 customers share a domain or a name.'],
  [0, 'No customers yet. Make the first one: dossier customer new "Acme GmbH" domain=acme.com'],
])('of %d customers without twins that is said', (customers, said) => expect(sayDuplicates([], customers)).toBe(said))
