import { expect, test } from 'vitest'
import { findGroups } from '../../../src/features/duplicates/find-groups.ts'

test('a domain, one of several or with www., and a name or alias but for spelling make twins', () => {
  expect(
    findGroups([
      { slug: 'acme', name: 'Acme, Inc.', domain: 'acme.com' },
      { slug: 'globex', name: 'Globex', domain: 'globex.com', aliases: ['The ACME Company', 'Globex'] },
      { slug: 'zeta', name: 'Zeta', domain: 'www.Acme.com', domains: ['zeta.test', 'acme.com'] },
      { slug: 'beta', name: 'Beta', domains: ['zeta.test'] },
      { slug: 'alone', name: 'Alone' },
    ]),
  ).toEqual([
    { by: 'domain', key: 'acme.com', slugs: ['acme', 'zeta'] },
    { by: 'domain', key: 'zeta.test', slugs: ['beta', 'zeta'] },
    { by: 'name', key: 'acme', slugs: ['acme', 'globex'] },
  ])
})

test("a domain is one in its own letters or in ASCII, and that of a mail service is nobody's", () => {
  expect(
    findGroups([
      { slug: 'a', name: 'A', domain: 'bücher.example' },
      { slug: 'b', name: 'B', domain: 'xn--bcher-kva.example' },
      { slug: 'c', name: 'C', domain: 'gmail.com' },
      { slug: 'd', name: 'D', domain: 'gmail.com' },
    ]),
  ).toEqual([{ by: 'domain', key: 'xn--bcher-kva.example', slugs: ['a', 'b'] }])
})

test('a customer is no twin of itself, and nothing in common is not nothing said', () => {
  expect(findGroups([{ slug: 'a', name: 'A', aliases: ['A', 'a'], domain: 'a.test', domains: ['a.test'] }])).toEqual([])
  expect(
    findGroups([
      { slug: 'a', name: '' },
      { slug: 'b', name: '', domain: '' },
    ]),
  ).toEqual([])
})
