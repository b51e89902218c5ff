import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findPlace } from '../../src/workspace/place.ts'
import { listRecords } from '../../src/workspace/records.ts'
import { everyday, nameOf, resolveRecord } from '../../src/workspace/resolve.ts'
import { customerSlugs } from '../../src/workspace/tree.ts'
import { gitEnv, workspace } from '../helpers/workspace.ts'

const sheet = (fields: string) => `---\n${fields}\n---\n`
const tree = () =>
  workspace({
    'workspace-setup/workspace.yaml': 'name: Orbit\n',
    'workspace-setup/people/ada.yaml': 'name: Ada Byron\nemails: [ada@orbit.test]\n',
    'customers/acme/customer.md': sheet('name: Acme GmbH\ndomain: acme.com\naliases: [Akme]\nexternal: {hubspot: "123"}'),
    'customers/acme/contacts/jo-park.md': sheet('name: Jo Park\nemail: jo@acme.com'),
    'customers/acme/deals/renewal.md': sheet('name: Renewal'),
    'customers/globex/customer.md': sheet('name: Globex\ndomain: globex.com'),
    'customers/globex/deals/renewal.md': sheet('name: Renewal'),
    'customers/globex/contacts/max.md': sheet('name: Max\nemail: jo@globex.com\nnotes: not jo@acme.com at all'),
  })

const find = (name: string, kinds: Parameters<typeof resolveRecord>[2] = everyday) =>
  resolveRecord(findPlace(tree(), gitEnv), name, kinds).then(nameOf)

test.each([
  ['acme', 'acme'],
  ['customers/acme', 'acme'],
  ['customers/acme/customer.md', 'acme'],
  ['acme.com', 'acme'],
  ['Acme GmbH', 'acme'],
  ['akme', 'acme'],
  ['hubspot:123', 'acme'],
  ['jo@acme.com', 'acme/jo-park'],
  ['jo-park', 'acme/jo-park'],
  ['Jo Park', 'acme/jo-park'],
  ['globex/renewal', 'globex/renewal'],
  ['ada', 'ada'],
  ['ada@orbit.test', 'ada'],
])('%s is %s', async (typed, called) => expect(await find(typed)).toBe(called))

test('a name that fits several lists them', async () => {
  await expect(find('renewal', ['deal'])).rejects.toMatchObject({
    exitCode: 2,
    message: '"renewal" fits 2 records: acme/renewal, globex/renewal.',
  })
})

test('a name that fits none says which come near', async () => {
  await expect(find('acne', ['customer'])).rejects.toMatchObject({ exitCode: 3, suggestions: ['did you mean acme?'] })
  await expect(find('jo-prk', ['contact'])).rejects.toMatchObject({
    exitCode: 3,
    suggestions: [expect.stringContaining('acme/jo-park')],
  })
})

test('an address nobody has, at a domain we know, says how to write the person down', async () => {
  await expect(find('zo@acme.com')).rejects.toMatchObject({
    exitCode: 3,
    suggestions: ['dossier contact new acme "Full Name" email=zo@acme.com'],
  })
})

test.each(['../acme', '/etc/passwd', 'a\nb', '', '..', 'customers/../../x'])('%j is nothing', async (typed) => {
  await expect(find(typed)).rejects.toMatchObject({ exitCode: 3 })
})

test('a link that leads out of the workspace is not read, and a linked folder out there is no customer', () => {
  const root = tree()
  const away = workspace({ 'secret.md': 'name: Secret\n', 'customer.md': sheet('name: Away') })
  symlinkSync(join(away, 'secret.md'), join(root, 'customers/acme/deals/secret.md'))
  symlinkSync(away, join(root, 'customers/away'))
  const place = findPlace(root, gitEnv)
  expect(listRecords(place, 'deal', { customer: 'acme' }).problems).toMatchObject([
    { message: expect.stringContaining('leads out of the workspace') },
  ])
  expect(customerSlugs(place)).toEqual(['acme', 'globex'])
})
