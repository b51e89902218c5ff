import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kindNames } from '../../../src/records/kinds.ts'
import { printEditorSchema } from '../../../src/records/schema/editor-schema.ts'
import { workspace } from '../../helpers/workspace.ts'
import { checkAt, saidOf, sound } from './checked.ts'

const finds =
  (files: Record<string, string | Uint8Array>, ...problems: string[]) =>
  async () =>
    expect(await saidOf(files)).toEqual(problems)

const contact = (fields: string) => `---\nname: Al\n${fields}\n---\n`

test(
  'a folder that says nowhere who the customer is',
  finds(
    { 'customers/globex/deals/a.md': '---\nname: A\n---\n' },
    'customers/globex/customer.md:1:1 error This file is missing, so the other file in this folder belongs to no customer. (a file that says who the customer is, beginning with name: …)',
  ),
)
test(
  'Markdown where no record is read',
  finds(
    {
      'customers/acme/notes.md': 'x',
      'customers/acme/insights.md': 'x',
      'customers/README.md': 'x',
      'customers/globex.md': 'x',
      'customers/acme/todo.txt': 'x',
      'customers/acme/contacts/old/al.md': 'x',
    },
    'customers/acme/contacts/old/al.md:1:1 warning No record is read from here, so lists and figures do without this file. (a .md file directly in customers/acme/contacts/)',
    'customers/acme/notes.md:1:1 warning No record is read from here, so lists and figures do without this file. (a file in contacts/, deals/, activities/ or documents/ of acme)',
    'customers/globex.md:1:1 warning No record is read from here, so lists and figures do without this file. (customers/globex/customer.md)',
  ),
)
test(
  'a person in a file of the other ending',
  finds(
    { 'workspace-setup/people/cy.yml': 'name: Cy\n' },
    'workspace-setup/people/cy.yml:1:1 warning No record is read from here, so lists and figures do without this file. (workspace-setup/people/cy.yaml)',
  ),
)
test(
  'names that are no slugs',
  finds(
    {
      'customers/Müller & Co/customer.md': '---\nname: M\n---\n',
      'customers/acme/activities/call.md': '---\ntype: call\ndate: 2026-11-02\nsubject: X\n---\n',
    },
    'customers/Müller & Co/customer.md:1:1 warning "Müller & Co" is no name for a customer. (small letters, digits and hyphens, at most 60, such as mueller-co)',
    'customers/acme/activities/call.md:1:1 warning "call.md" does not say when it was and what, so it is sorted in the wrong place. (a name such as 2026-11-02-1000-call-pricing-k3f9.md)',
  ),
)
test(
  'names that are one name elsewhere',
  finds(
    { 'customers/Acme/customer.md': '---\nname: Acme\n---\n' },
    'customers/Acme/customer.md:1:1 warning "Acme" is no name for a customer. (small letters, digits and hyphens, at most 60, such as acme)',
    'customers/acme:1:1 error "acme" and "Acme" are one name on Windows and macOS; one of the two would be lost there. (names that differ in more than capital letters)',
  ),
)
test(
  'what belongs to nobody yet',
  finds(
    { 'customers/_unassigned/contacts/al.md': contact('title: CTO') },
    'customers/_unassigned/contacts/al.md:1:1 warning This contact belongs to no customer yet. (dossier assign al CUSTOMER)',
  ),
)

test(
  'one e-mail, two contacts',
  finds(
    {
      'customers/acme/contacts/al.md': contact('emails: [JO@acme.com]'),
      'customers/acme/contacts/bo.md': contact('email: jo@acme.com\nstatus: left'),
    },
    'customers/acme/contacts/jo-park.md:3:8 warning The e-mail jo@acme.com also stands in customers/acme/contacts/al.md:3:10. (one contact who has it)',
  ),
)
test(
  'one domain, one id, two customers',
  finds(
    {
      'customers/acme-2/customer.md': '---\nname: Acme\ndomain: acme.com\nexternal: { hubspot: "1" }\n---\n',
      'customers/globex/customer.md': '---\nname: G\nexternal:\n  hubspot: "1"\n  close: "1"\n---\n',
    },
    'customers/acme-2/customer.md:3:9 warning The domain acme.com also stands in customers/acme/customer.md:4:9. (one customer who has it)',
    'customers/globex/customer.md:4:12 warning The external id 1 also stands in customers/acme-2/customer.md:4:22. (one customer who has it)',
  ),
)
test(
  'one call, imported twice',
  finds(
    Object.fromEntries(
      ['aaaa', 'bbbb'].map((end) => [
        `customers/acme/activities/2026-11-03-1000-call-x-${end}.md`,
        '---\ntype: call\ndate: 2026-11-03\nsubject: X\nsource: gong:1\n---\n',
      ]),
    ),
    'customers/acme/activities/2026-11-03-1000-call-x-bbbb.md:5:9 warning The source gong:1 also stands in customers/acme/activities/2026-11-03-1000-call-x-aaaa.md:5:9. (one file for what was imported once)',
  ),
)

test(
  'other files that people read',
  finds(
    {
      'personal/ada/plan.md': '<<<<<<< a\n=======\n>>>>>>> b\n',
      'workspace-setup/triggers/x.yaml': 'a: [\n',
      'workspace-setup/processes/list.yaml': '- one\n',
      'customers/acme/documents/offer.md': new Uint8Array([0]),
      'personal/inbox/mail.md': new Uint8Array([0]),
    },
    'personal/ada/plan.md:1:1 error Both sides of a merge stand here: "a" and "b". (the lines that hold, without the lines <<<<<<<, ======= and >>>>>>>)',
    'workspace-setup/triggers/x.yaml:2:1 error A bracket or quote above is left open, or this line does not begin where it should. (keys of one record under each other, and brackets closed)',
  ),
)

const schemas = Object.fromEntries(kindNames.map((kind) => [`workspace-setup/schemas/${kind}.json`, printEditorSchema(kind)]))
test('schemas of today', finds(schemas))
test(
  'schemas made before fields.yaml said so',
  finds(
    { ...schemas, 'workspace-setup/fields.yaml': 'deal: { seats: { type: number } }\n' },
    expect.stringMatching(/^workspace-setup\/schemas\/deal\.json:1:1 warning This schema is not the one/) as string,
  ),
)

test('people and workflows that nobody has set up are said once', async () => {
  const { 'workspace-setup/workspace.yaml': settings, 'customers/acme/customer.md': acme } = sound
  const root = workspace({ 'workspace-setup/workspace.yaml': settings!, 'customers/acme/customer.md': acme! })
  expect((await checkAt(root)).problems.map(({ path, severity }) => [path, severity])).toEqual([
    ['customers/workflows', 'warning'],
    ['workspace-setup/people', 'warning'],
  ])
})

test('links that lead nowhere, to themselves, and round in a circle', async () => {
  const root = workspace(sound)
  symlinkSync('loop.md', join(root, 'customers/acme/contacts/loop.md'))
  symlinkSync('nothing.md', join(root, 'customers/acme/contacts/gone.md'))
  symlinkSync('..', join(root, 'customers/acme/up'))
  mkdirSync(join(root, 'personal/b'), { recursive: true })
  symlinkSync('../b', join(root, 'personal/b/a'))
  symlinkSync('../../customers', join(root, 'personal/b/c'))
  symlinkSync('../personal/b', join(root, 'customers/d'))
  const { problems } = await checkAt(root)
  expect(
    problems.filter(({ message }) => message.includes('link')).map(({ path, message }) => `${path} ${message.slice(24)}`),
  ).toEqual([
    'customers/acme/contacts/gone.md to something that is not there.',
    'customers/acme/contacts/loop.md that leads back to itself.',
    'customers/acme/up that leads back to itself.',
    'customers/d/a that leads back to itself.',
    'customers/d/c that leads back to itself.',
    'personal/b/a that leads back to itself.',
    'personal/b/c/acme/contacts/gone.md to something that is not there.',
    'personal/b/c/acme/contacts/loop.md that leads back to itself.',
    'personal/b/c/acme/up that leads back to itself.',
    'personal/b/c/d that leads back to itself.',
  ])
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be looked into', async () => {
  const root = workspace(sound)
  chmodSync(join(root, 'customers/acme/contacts'), 0)
  const { problems } = await checkAt(root)
  chmodSync(join(root, 'customers/acme/contacts'), 0o755)
  expect(problems[0]).toMatchObject({
    path: 'customers/acme/contacts',
    message: 'You have no permission to look into this folder.',
  })
})

test('only what was asked about, held against everything', async () => {
  const root = workspace({
    ...sound,
    'customers/globex/customer.md': '---\nname: G\nowner: zed\n---\n',
    'customers/acme/notes.md': 'x',
  })
  const told = async (...path: string[]) => (await checkAt(root, ...path)).problems.map(({ path: where }) => where)
  expect(await told()).toEqual(['customers/acme/notes.md', 'customers/globex/customer.md'])
  expect(await told('acme')).toEqual(['customers/acme/notes.md'])
  expect(await checkAt(root, 'customers/acme/contacts')).toEqual({ files: 1, problems: [] })
  expect(await told('.')).toHaveLength(2)
  expect(await told('globex', 'customers/acme/deals')).toEqual(['customers/globex/customer.md'])
  await expect(told('globx')).rejects.toMatchObject({ exitCode: 3, suggestions: ['did you mean globex?'] })
})

test('the order is that of the places, however the files were written', async () => {
  const bad = '---\nname: X\nstage: 1\namount: x\nowner: zed\n---\n'
  const root = workspace({ ...sound, 'customers/acme/deals/b.md': bad, 'customers/acme/deals/a.md': bad })
  const { problems } = await checkAt(root)
  const places = problems.map(({ path, line, column }) => `${path}:${line}:${column}`)
  expect(places).toEqual([...places].sort())
  expect(problems.length).toBeGreaterThan(5)
  writeFileSync(join(root, 'customers/acme/deals/a.md'), readFileSync(join(root, 'customers/acme/deals/a.md')))
  expect((await checkAt(root)).problems).toEqual(problems)
})
