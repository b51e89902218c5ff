import { expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import contactDuplicates from '../../src/actions/contact-duplicates.ts'
import { openSession } from '../../src/session/open.ts'
import { gitEnv, workspace } from '../helpers/workspace.ts'

const sheet = (fields: string) => `---\n${fields}\n---\n`
const root = (more: Record<string, string> = {}) =>
  workspace({
    'workspace-setup/workspace.yaml': 'name: Orbit\n',
    'customers/acme/customer.md': sheet('name: Acme\ndomain: acme.com'),
    'customers/globex/customer.md': sheet('name: Globex'),
    'customers/acme/contacts/jo.md': sheet('name: Jo Park\nemail: jo@acme.com'),
    'customers/globex/contacts/jo.md': sheet('name: Jo Park\nemail: JO+x@acme.com\ntitle: CFO'),
    'customers/acme/contacts/j.md': sheet('name: J. Park'),
    'customers/acme/contacts/old.md': sheet('name: Jo Park\narchived: 2026-01-01'),
    'customers/acme/contacts/stub.md': sheet('redirect: jo.md'),
    'customers/acme/contacts/broken.md': sheet('name: [Jo'),
    ...more,
  })
const find = async (input: object, more?: Record<string, string>) =>
  ask(contactDuplicates, input, openSession({ cwd: root(more), env: gitEnv }))

test('contacts are compared across customers; what is put away, stubs and broken files are not', async () => {
  const { pairs, contacts, problems } = await find({})
  expect(contacts).toBe(3)
  expect(problems.map(({ path }) => path)).toEqual(['customers/acme/contacts/broken.md'])
  expect(pairs.map(({ a, b, likely }) => [`${a.customer}/${a.slug}`, `${b.customer}/${b.slug}`, likely])).toEqual([
    ['acme/jo', 'globex/jo', 'duplicate'],
    ['acme/j', 'acme/jo', 'duplicate'],
  ])
  expect(pairs[0]).toMatchObject({ because: "the address is one of acme's", b: { title: 'CFO', email: 'JO+x@acme.com' } })
})

test('--customer and --min leave others out', async () => {
  expect((await find({ customer: 'globex' })).pairs).toHaveLength(1)
  expect((await find({ min: '0.9' })).pairs).toHaveLength(1)
  await expect(find({ min: '1.5' })).rejects.toMatchObject({ exitCode: 2, message: 'min: a number from 0 to 1 such as 0.85.' })
})

test("a mail service that is everybody's is no company's domain", async () => {
  const { pairs } = await find(
    { customer: 'one' },
    {
      'customers/one/customer.md': sheet('name: One\ndomain: gmail.com'),
      'customers/two/customer.md': sheet('name: Two\ndomain: two.example'),
      'customers/one/contacts/mia.md': sheet('name: Mia Wong\nemail: mia@gmail.com'),
      'customers/two/contacts/mia.md': sheet('name: Mia Wong\nemail: mia@gmail.com'),
    },
  )
  expect(pairs).toMatchObject([{ likely: 'moved', because: "the address is neither company's" }])
})
