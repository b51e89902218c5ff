import { mkdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import contextStale from '../../src/actions/context-stale.ts'
import { lookBack } from '../../src/session/look-back.ts'
import { openSession } from '../../src/session/open.ts'
import {
  accounts,
  call,
  change,
  deal,
  packOf,
  read,
  remove,
  saveContext,
  sessionAt,
  sheet,
  today,
  write,
} from '../helpers/saved.ts'
import { folder, git, gitEnv } from '../helpers/workspace.ts'

vi.setConfig({ testTimeout: 60_000 }) // every question asks git many others

const stale = (root: string, input: object = {}, now = today) => ask(contextStale, input, sessionAt(root, now))
const why = async (root: string, input: object = {}, now = today) =>
  (await stale(root, input, now)).stale.map(({ path, causes }) => [path, ...causes.map(({ said }) => said)])
const manifest = 'customers/acme/documents/context/compact.manifest.json'
const later = 'customers/acme/activities/2026-11-19-1000-call-later-aaaa.md'

const alert = 'reporting/pulse/acme-quiet-aaaaaa.yaml'
const episode = (subject: string) =>
  `rule: quiet\nabout: customer\nsubject: ${subject}\nstatus: open\nurgency: high\nsince: 2026-11-19\nbecause: Nobody called.\nfor: [ada]\nactions: []\n`

test('what was just saved is still true, and nothing that it was not made from changes that', async () => {
  const root = accounts()
  expect(await stale(root)).toEqual({ stale: [], fresh: 0, today: '2026-11-20' })
  await saveContext(root, 'acme')
  await saveContext(root, 'globex', { tier: 'standard' })
  write(root, 'customers/globex/notes.txt', 'Of Globex.\n')
  remove(root, 'customers/globex/notes.txt')
  mkdirSync(join(root, 'workspace-setup/queries'))
  write(root, 'workspace-setup/queries/mine.yaml', 'about: deal\n')
  write(root, 'customers/acme/documents/context/notes.md', 'Of my own, no context.\n')
  utimesSync(join(root, deal), 1, 1)
  expect(await stale(root)).toEqual({ stale: [], fresh: 2, today: '2026-11-20' })
})

test.each<[what: string, touch: (root: string) => void, said: string]>([
  ['a field', (root) => change(root, deal, 'stage: lead', 'stage: won'), `1 deal changed: ${deal}`],
  ['a text of the same length', (root) => change(root, call, 'March', 'April'), `1 activity changed: ${call}`],
  ['a new activity', (root) => write(root, later, sheet('type: call\ndate: 2026-11-19\nsubject: S')), `1 new activity: ${later}`],
  [
    'a contact that is gone',
    (root) => remove(root, 'customers/acme/contacts/jo.md'),
    '1 contact gone: customers/acme/contacts/jo.md',
  ],
  ['a document', (root) => write(root, 'customers/acme/a.pdf', 'x'), '1 new file: customers/acme/a.pdf'],
  [
    'the parent that shares its files',
    (root) => change(root, 'customers/group/customer.md', 'itself', 'late'),
    '1 file changed: customers/group/customer.md',
  ],
  [
    'an alert',
    (root) => {
      mkdirSync(join(root, 'reporting/pulse'), { recursive: true })
      write(root, alert, episode('customers/acme/customer.md'))
      write(root, 'reporting/pulse/globex-quiet-aaaaaa.yaml', episode('customers/globex/customer.md'))
    },
    `1 new file: ${alert}`,
  ],
  [
    'the toolkit',
    (root) => write(root, 'sales-toolkit/battlecards/new.md', '# New\n'),
    '1 new file: sales-toolkit/battlecards/new.md',
  ],
  [
    'the settings',
    (root) => change(root, 'workspace-setup/workspace.yaml', 'EUR', 'USD'),
    '1 file changed: workspace-setup/workspace.yaml',
  ],
  [
    'the people',
    (root) => change(root, 'workspace-setup/people/ada.yaml', 'Byron', 'Lovelace'),
    '1 file changed: workspace-setup/people/ada.yaml',
  ],
  [
    'the template',
    (root) => {
      mkdirSync(join(root, 'customers/templates'), { recursive: true })
      write(root, 'customers/templates/compact.md', sheet('budget: 900\nsections: [{ name: facts }]', '# {{customer}}\n'))
    },
    'its template changed',
  ],
  [
    'the context itself',
    (root) => write(root, packOf('acme'), `${read(root, packOf('acme'))}- a word of mine\n`),
    'somebody changed it since it was made',
  ],
  [
    'the program',
    (root) => change(root, manifest, '"program": "', '"program": "older '),
    'another version of the program made it',
  ],
  ['no manifest', (root) => remove(root, manifest), 'it does not say what it was made from'],
  ['half a manifest', (root) => write(root, manifest, read(root, manifest).slice(0, 300)), `${manifest} cannot be read`],
  [
    'the manifest of another customer',
    (root) => change(root, manifest, '"customer": "acme"', '"customer": "globex"'),
    'its manifest is that of globex, compact',
  ],
])('stale: %s', async (_, touch, said) => {
  const root = accounts()
  await saveContext(root, 'acme')
  await saveContext(root, 'globex', { tier: 'standard' })
  touch(root)
  const told = await why(root, { customer: 'acme' })
  expect(told).toEqual([[packOf('acme'), said]])
})

test('what all share makes all stale, what is one customer`s only its own', async () => {
  const root = accounts()
  for (const customer of ['acme', 'globex']) await saveContext(root, customer)
  change(root, deal, 'lead', 'won')
  expect((await why(root)).map(([path]) => path)).toEqual([packOf('acme')])
  change(root, 'workspace-setup/people/ada.yaml', 'Byron', 'Lovelace')
  expect((await why(root, { all: true })).map(([path]) => path)).toEqual([packOf('acme'), packOf('globex')])
})

test('the day passes, and what was not committed is', async () => {
  const root = accounts()
  await saveContext(root, 'acme')
  expect(await why(root, {}, '2026-11-23T09:00:00Z')).toEqual([
    [packOf('acme'), 'made on 2026-11-20, 3 days ago: what is overdue or stale may read otherwise'],
  ])
  change(root, deal, 'lead', 'won')
  await saveContext(root, 'acme')
  expect(await why(root)).toEqual([])
  git(root, 'commit', '--quiet', '--all', '--message=Won')
  expect(await why(root)).toEqual([[packOf('acme'), 'files were committed since: when they changed is told by that']])
})

test('a customer that is none any more', async () => {
  const root = accounts()
  await saveContext(root, 'acme')
  write(root, 'customers/acme/customer.md', sheet('redirect: ../globex/customer.md'))
  expect(await why(root)).toEqual([[packOf('acme'), 'customers/acme/customer.md is no customer any more']])
})

test('many files: those the index knows are not read again, and it is told all the same', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, n) => [
      `customers/acme/activities/2026-10-01-10${String(n).padStart(2, '0')}-note-n-aaaa.md`,
      sheet(`type: note\ndate: 2026-10-01\nsubject: N${n}`, 'One.\n'),
    ]),
  )
  const root = accounts(many)
  await saveContext(root, 'acme')
  expect(await why(root)).toEqual([])
  const [first = ''] = Object.keys(many)
  change(root, first, 'One', 'Two')
  expect(await why(root)).toEqual([[packOf('acme'), `1 activity changed: ${first}`]])
})

test('a folder that leads elsewhere is not looked into', async () => {
  const root = accounts()
  const elsewhere = folder()
  await saveContext(root, 'acme')
  write(elsewhere, 'compact.md', read(root, packOf('acme')))
  rmSync(join(root, 'customers/acme/documents/context'), { recursive: true })
  symlinkSync(elsewhere, join(root, 'customers/acme/documents/context'))
  expect(await stale(root)).toMatchObject({ stale: [], fresh: 0 })
})

test('a customer named and all meant, a stranger, and the past are refused', async () => {
  const root = accounts()
  await expect(stale(root, { customer: 'acme', all: true })).rejects.toMatchObject({ exitCode: 2 })
  await expect(stale(root, { customer: 'nobody' })).rejects.toMatchObject({ exitCode: 3 })
  const past = openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: today }, asOf: lookBack('HEAD') })
  await expect(ask(contextStale, {}, past)).rejects.toMatchObject({ exitCode: 2 })
})
