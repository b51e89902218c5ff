import { expect, test } from 'vitest'
import { indexCustomers } from '../../../../src/features/imports/match/customer-index.ts'

const customer = (slug: string, names: string[], domains: string[] = [], external: Record<string, string> = {}) => ({
  slug,
  names,
  domains,
  external,
})
const index = () =>
  indexCustomers([
    customer('acme', ['Acme, Inc.', 'Acme Widgets'], ['www.acme.com'], { salesforce: '001Ec00000GGw3hIAD' }),
    customer('globex', ['Globex'], ['globex.com', 'globex.de'], { zoho: '23' }),
    customer('globex-2', ['GLOBEX Ltd'], ['shared.com'], { zoho: '77' }),
    customer('initech', ['Initech'], ['shared.com', 'gmail.com']),
  ])

test.each([
  ['the id', { id: '001Ec00000GGw3hIAD' }, 'salesforce', 'acme'],
  ['the id in fifteen letters', { id: '001Ec00000GGw3h' }, 'salesforce', 'acme'],
  ['an id of another system', { id: '23' }, 'salesforce', []],
  ['an id where the name stands', { name: '23' }, 'zoho', 'globex'],
  ['the domain', { domain: 'acme.com' }, 'csv', 'acme'],
  ['a further domain', { domain: 'globex.de', name: 'Nobody' }, 'csv', 'globex'],
  ['a domain of two, told apart by the name', { domain: 'shared.com', name: 'initech' }, 'csv', 'initech'],
  ['a domain of two', { domain: 'shared.com' }, 'csv', ['globex-2', 'initech']],
  ['a domain of everybody', { domain: 'gmail.com' }, 'csv', []],
  ['the name, whatever its legal form', { name: 'ACME gmbh' }, 'csv', 'acme'],
  ['another name', { name: 'acme widgets' }, 'csv', 'acme'],
  ['a name of two', { name: 'Globex' }, 'csv', ['globex', 'globex-2']],
  ['a name of two, told apart by the domain', { name: 'Globex', domain: 'globex.com' }, 'csv', 'globex'],
  ['nothing', {}, 'csv', []],
])('a contact finds its customer by %s', (_, named, system, wanted) => {
  const { one, several } = index().find(named, system)
  expect(one?.slug ?? several).toEqual(wanted)
})

test.each([
  ['the same id', { id: '23', name: 'Renamed' }, 'zoho', 'globex'],
  [
    'the same name and domain under another id of the same system: somebody else',
    { id: '24', name: 'Globex', domain: 'globex.com' },
    'zoho',
    [],
  ],
  ['the same domain, known from another system', { id: '24', name: 'Globex', domain: 'globex.com' }, 'hubspot', 'globex'],
  ['no id at all', { name: 'Initech' }, 'csv', 'initech'],
])('a row of companies with %s', (_, row, system, wanted) => {
  const { one, several } = index().match(row, system)
  expect(one?.slug ?? several).toEqual(wanted)
})

test('two rows of a file share a customer only when they say the same', () => {
  const known = index()
  known.add({ ...customer('hooli', ['Hooli'], ['hooli.com']), row: 'hooli hooli.com' })
  expect(known.match({ name: 'HOOLI Inc', domain: 'hooli.com' }, 'csv').one?.slug).toBe('hooli')
  expect(known.match({ name: 'Hooli Labs', domain: 'hooli.com' }, 'csv').one).toBeUndefined()
})
