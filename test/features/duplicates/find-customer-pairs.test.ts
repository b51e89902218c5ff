import { expect, test } from 'vitest'
import { findCustomerPairs, type Told } from '../../../src/features/duplicates/find-customer-pairs.ts'

const named = (...names: string[]): Told[] => names.map((name) => ({ slug: name, name }))
const found = (customers: readonly Told[], min = 0) =>
  findCustomerPairs(customers, min).map(({ score, a, b, reasons, against }) => [
    score,
    a,
    b,
    reasons.map(({ by }) => by),
    against.map(({ by }) => by),
  ])

test.each([
  ['Acme GmbH', 'ACME, Inc.', 0.85, ['name']],
  ['Müller Maschinenbau GmbH', 'Mueller Maschinenbau', 0.78, ['likeness']],
  ['Robotics Acme', 'Acme Robotics', 0.78, ['likeness']],
  ['Johnson Controls', 'Johnson Control', 0.77, ['likeness']],
  ['Globex Corp', 'Globx Corporation', 0.72, ['likeness']],
  ['X', 'x', 0.6, ['short name']],
])('%s and %s may be one', (a, b, score, reasons) => {
  const [pair, ...more] = findCustomerPairs(named(a, b))
  expect(more).toEqual([])
  expect(pair!.reasons.map(({ by }) => by)).toEqual(reasons)
  expect(pair!.score).toBeCloseTo(score, 1)
})

test.each([
  ['Nordwind Energy', 'Nordwind Logistics'],
  ['Deutsche Bank', 'Deutsche Bahn'],
  ['Plant 1', 'Plant 2'],
  ['Area 51 Labs', 'Area 52 Labs'],
  ['Acme', 'Globex'],
])('%s and %s are two', (a, b) => expect(findCustomerPairs(named(a, b))).toEqual([]))

test('what is shared adds up, and the likeliest stand first', () => {
  const customers: Told[] = [
    { slug: 'a', name: 'Acme', domain: 'acme.com', external: { hubspot: '1' } },
    { slug: 'b', name: 'Acme Ltd', domain: 'www.acme.com' },
    { slug: 'c', name: 'Other', domain: 'x.example', external: { hubspot: '1' } },
    { slug: 'd', name: 'Fourth', domain: 'gmail.com' },
    { slug: 'e', name: 'Fifth', domain: 'gmail.com' },
  ]
  expect(found(customers)).toEqual([
    [0.99, 'a', 'b', ['domain', 'name'], []],
    [0.98, 'a', 'c', ['external'], []],
  ])
  expect(found(customers, 0.985)).toHaveLength(1)
})

test('what speaks against is said, and lowers the score', () => {
  const pair = (a: Partial<Told>, b: Partial<Told>) =>
    findCustomerPairs([
      { slug: 'a', name: 'Acme', ...a },
      { slug: 'b', name: 'Acme', ...b },
    ])[0]!
  expect(pair({}, { parent: 'a' }).against).toEqual([{ by: 'parent', because: 'b is a subsidiary of a' }])
  expect(pair({ parent: 'g' }, { parent: 'g' }).against).toEqual([{ by: 'siblings', because: 'both are subsidiaries of g' }])
  expect(pair({ external: { sf: '1' } }, { external: { sf: '2' } }).against).toEqual([
    { by: 'other id', because: 'sf knows them as 1 and 2' },
  ])
  expect(pair({ domain: 'a.example' }, { domain: 'b.example' }).against).toEqual([
    { by: 'other domain', because: 'their domains are a.example and b.example' },
  ])
  expect(pair({}, { type: 'former' }).against).toEqual([{ by: 'former', because: 'b is a former customer' }])
  expect(pair({}, { parent: 'a' }).score).toBeLessThan(pair({}, {}).score)
  expect(pair({ domain: 'acme.com' }, { domain: 'acme.co.uk' })).toMatchObject({ score: 0.91, against: [] })
})

test('of a crowd that shares one thing each is held against the first alone', () => {
  const crowd = Array.from({ length: 500 }, (_, n) => ({ slug: `c${n}`, name: `Same` }))
  expect(findCustomerPairs(crowd)).toHaveLength(499)
})
