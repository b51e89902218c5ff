import { expect, test } from 'vitest'
import { findContactPairs, type Person } from '../../../src/features/duplicates/find-contact-pairs.ts'

const domains: Record<string, string[]> = { acme: ['acme.com'], globex: ['globex.com'] }
const find = (...people: Partial<Person>[]) =>
  findContactPairs(
    people.map((person, n) => ({ slug: `p${n}`, customer: 'acme', name: `Name ${n}`, ...person })),
    { phoneKey: (text) => text.replace(/\D/g, '') || undefined, domainsOf: (customer) => domains[customer] ?? [] },
  )
const by = (...people: Partial<Person>[]) => find(...people).map(({ reasons }) => reasons.map((one) => one.by))

test.each([
  [[{ email: 'Jo@acme.com' }, { emails: ['jo+x@acme.com'] }], ['email']],
  [[{ email: 'info@acme.com' }, { email: 'info@acme.com' }], ['office']],
  [[{ phone: '+49 30 1' }, { phone: '+49301' }], ['phone']],
  [[{ linkedin: 'https://www.linkedin.com/in/Jo-Park/' }, { linkedin: 'linkedin.com/in/jo-park?x' }], ['linkedin']],
  [[{ external: { sf: '1' } }, { external: { sf: '1' } }], ['external']],
  [[{ name: 'Jo Park' }, { name: 'Dr. JO Park' }], ['name']],
  [[{ name: 'Jo Park' }, { name: 'Park, Jo' }], ['name']],
  [[{ name: 'Jo Park' }, { name: 'Park Jo' }], ['swapped name']],
  [[{ name: 'J. Park' }, { name: 'Jo Park' }], ['initial']],
  [[{ name: 'Johanna Parker' }, { name: 'Johana Parker' }], ['likeness']],
  [[{ name: 'Jo Park' }, { name: 'Jo Park', customer: 'globex' }], ['name elsewhere']],
] as const)('%j may be one person: %j', (people, reasons) => expect(by(...people)).toEqual([[...reasons]]))

test.each([
  [[{ name: 'Jo' }, { name: 'Jo', customer: 'globex' }]],
  [[{ name: 'Johanna Parker' }, { name: 'Johana Parker', customer: 'globex' }]],
  [[{ name: 'J. Park' }, { name: 'K. Park' }]],
  [[{ name: 'Anna Berg' }, { name: 'Arne Berg' }]],
])('%j are two people', (people) => expect(find(...people)).toEqual([]))

test('a phone of many is a switchboard', () => {
  const all = find(...Array.from({ length: 4 }, () => ({ phone: '+49301' })))
  expect(new Set(all.flatMap(({ reasons }) => reasons.map((one) => one.by)))).toEqual(new Set(['shared phone']))
  expect(Math.max(...all.map(({ score }) => score))).toBeLessThan(0.5)
})

test.each([
  [{ email: 'jo@acme.com' }, { email: 'jo@acme.com' }, 'duplicate', "the address is one of acme's"],
  [{ email: 'jo@gmail.com' }, { email: 'jo@gmail.com' }, 'moved', "the address is neither company's"],
  [
    { email: 'jo@acme.com', emails: ['jo@gmail.com'] },
    { email: 'jo.park@globex.com', emails: ['jo@gmail.com'] },
    'moved',
    'each has an address of their own company',
  ],
  [{ email: 'jo@acme.com', status: 'left' }, { email: 'jo@acme.com' }, 'moved', 'acme/p0 has left'],
])('at two customers %j and %j are rather %s', (a, b, likely, because) => {
  expect(find(a, { ...b, customer: 'globex' })).toMatchObject([{ likely, because }])
})

test('what speaks against is said', () => {
  const [pair] = find(
    { name: 'Jo Park', email: 'jo@acme.com', external: { sf: '1' } },
    { name: 'Jo Park', email: 'park@acme.com', external: { sf: '2' } },
  )
  expect(pair!.against.map(({ because }) => because)).toEqual([
    'sf knows them as 1 and 2',
    'their addresses are jo@acme.com and park@acme.com',
  ])
})
