import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { sayContactDuplicates, sayDuplicates } from '../../../../src/doors/say/plans/duplicates.ts'

test('each pair says how likely it is one, why, why not, and what would make it one', () => {
  const acme = { slug: 'acme', name: 'Acme', domain: 'acme.com', deals: 2 }
  const other = { slug: 'acme-inc', name: 'Acme Inc.', domain: null, deals: 0 }
  const reasons = [
    { by: 'domain', value: 'acme.com' },
    { by: 'name', value: 'acme' },
  ]
  const against = [{ by: 'parent' as const, because: 'acme-inc is a subsidiary of acme' }]
  expect(
    stripVTControlCharacters(sayDuplicates([{ score: 0.3, a: acme, b: other, reasons, against }], 2)),
  ).toBe(`0.30  the same domain acme.com, the same name but for spelling: acme
but acme-inc is a subsidiary of acme
customer  name       domain    deals
acme      Acme       acme.com      2
acme-inc  Acme Inc.                0
dossier customer merge acme acme-inc`)
})

test('who rather changed companies is not offered to be merged', () => {
  const jo = { slug: 'jo', customer: 'acme', name: 'Jo Park', email: 'jo@acme.com', title: null }
  const pair = {
    score: 0.97,
    a: jo,
    b: { ...jo, customer: 'globex' },
    reasons: [{ by: 'email', value: 'jo@acme.com' }],
    against: [],
  }
  const say = (likely: 'moved' | 'duplicate') =>
    stripVTControlCharacters(sayContactDuplicates([{ ...pair, likely, because: 'acme/jo has left' }], 2))
      .split('\n')
      .at(-1)
  expect(say('moved')).toBe('rather somebody who changed companies: acme/jo has left')
  expect(say('duplicate')).toBe('dossier contact merge acme/jo globex/jo')
})

test.each([
  [3, 'No two of 3 customers look like one.'],
  [0, 'No customers yet. Make the first one: dossier customer new "Acme GmbH" domain=acme.com'],
])('of %d customers without twins that is said', (customers, said) => expect(sayDuplicates([], customers)).toBe(said))
