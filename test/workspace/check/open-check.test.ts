import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { standing } from '../../../src/actions/check.ts'
import { openSession } from '../../../src/session/open.ts'
import { openCheck } from '../../../src/workspace/check/open-check.ts'
import { workspace } from '../../helpers/workspace.ts'
import { checkAt, sound } from './checked.ts'

const acme = 'customers/acme/customer.md'
const pilot = 'customers/acme/deals/pilot.md'
const bolt = 'customers/bolt/customer.md'

/** A tree in which much is wrong, in many kinds of files. */
const ill: Record<string, string> = {
  ...sound,
  [acme]:
    '---\nname: Acme\nowner: zoe\ndomain: acme.com\nstage: onboarding\nindustrie: x\n---\n[[globex]] [a](b.md) password: hunter2-Zx9\n',
  [pilot]: '---\nname: Pilot\nstage: discovery\nprimary_contact: al\nclose_date: 2026-01-01\n---\n',
  [bolt]: '---\nname: Bolt\ndomain: acme.com\nowner: ada\n---\n',
  'customers/cord/customer.md': '---\nname: [Cord\n---\n',
  'customers/cord/contacts/al.md': '---\nname: Al\nemail: jo@acme.com\n---\n',
  'customers/cord/notes.md': 'x',
  'customers/_unassigned/contacts/bo.md': '---\nname: Bo\n---\n',
  'customers/acme/contacts/cy.md': '---\nredirect: ../../cord/contacts/no.md\n---\n',
  'customers/acme/documents/a.meta.yaml': 'title: A\n',
  'customers/workflows/more.yaml': 'about: deal\nstages: [{ id: a, require: [amont > 1] }, { id: a }]\n',
  'workspace-setup/triggers/a.yaml': 'quiet: { conditions: [no_activity > 5], actions: [notify_ae] }\n',
  'workspace-setup/triggers/b.yaml':
    'quiet: { conditions: [no_activity > 5], actions: [notify_ae] }\nloud: { actions: [notify_ae] }\n',
  'workspace-setup/processes/assertions.yaml':
    'assertions:\n  - { name: big, about: deal, require: amount > 5 }\n  - { name: two, about: customer, require: deals.size() > 0 }\n',
  'workspace-setup/processes/checks.yaml': 'close-date-past: error\nperson-alias: off\nsecrat: off\n',
  'workspace-setup/territories.yaml': 'territories: [{ when: segmnt == 1, owner: ada }]\n',
  'reporting/templates/own.md': '---\ntitle: Own\nmeasures: [tuoches]\n---\n{{#if\n',
  'reporting/pulse/x.yaml': 'rule: gone\nabout: customer\nsubject: customers/acme/customer.md\nsince: 2026-11-01\nbecause: x\n',
}

const openAt = (root: string) => {
  const session = openSession({ cwd: root, env: { ...process.env, DOSSIER_NOW: '2026-11-20T09:00:00Z' } })
  return openCheck(session.place(), standing(session))
}

const put = (root: string, path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

test('one file after the other, in any order and twice, it says what the check says of all', async () => {
  const root = workspace(ill)
  const { problems } = await checkAt(root)
  expect(problems.length).toBeGreaterThan(25)
  const open = await openAt(root)
  await open.learn()
  for (const path of [...Object.keys(ill), ...Object.keys(ill).toReversed()])
    expect([path, await open.judge(path)]).toEqual([path, problems.filter((problem) => problem.path === path)])
})

test.each([
  [acme, '---\nname: Acme\nowner: ada\n---\n[[bolt]]\n'],
  [acme, '---\nname: [\n---\n'],
  [acme, ''],
  [pilot, '---\nname: Pilot\nstage: a\namount: 9\n---\n'],
  [bolt, '---\nname: Bolt\ndomain: bolt.com\n---\n'],
  ['customers/cord/contacts/al.md', '---\nname: Al\nemail: al@cord.com\nreports_to: al\n---\n'],
  ['workspace-setup/triggers/b.yaml', 'quieter: { conditions: [no_activity > 5], actions: [notify_ae] }\n'],
  ['reporting/templates/own.md', '---\ntitle: Own\nmeasures: [touches]\n---\n{{touches.said}}\n'],
])('%s as an editor holds it, %j, before and after it is saved', async (path, text) => {
  const root = workspace(ill)
  const open = await openAt(root)
  await open.learn()
  const before = await open.judge(path)
  const draft = await open.judge(path, text)
  expect(await open.judge(path)).toEqual(before)
  put(root, path, text)
  const { problems } = await checkAt(root)
  const saved = problems.filter((problem) => problem.path === path)
  expect(draft).toEqual(saved)
  await open.refresh([path])
  for (const other of Object.keys(ill))
    expect([other, await open.judge(other)]).toEqual([other, problems.filter((problem) => problem.path === other)])
})

test('files that come and go', async () => {
  const root = workspace(ill)
  const open = await openAt(root)
  await open.learn()
  put(root, 'customers/globex/customer.md', '---\nname: Globex\ndomain: acme.com\n---\n')
  rmSync(join(root, bolt))
  await open.refresh(['customers/globex/customer.md', bolt])
  const { problems } = await checkAt(root)
  for (const path of [acme, 'customers/globex/customer.md'])
    expect(await open.judge(path)).toEqual(problems.filter((problem) => problem.path === path))
  put(
    root,
    'workspace-setup/processes/checks.yaml',
    'wikilink-broken: off\nreference-missing: off\nsecret-likely: off\nlink-broken: off\nunknown-key-typo: off\n',
  )
  await open.refresh()
  expect(await open.judge(acme)).toEqual([])
})

test('a file that goes, and nothing else with it', async () => {
  const root = workspace(sound)
  const open = await openAt(root)
  const jo = 'customers/acme/contacts/jo-park.md'
  expect(await open.judge(pilot)).toEqual([])
  rmSync(join(root, jo))
  await open.refresh([jo])
  expect(await open.judge(pilot)).toMatchObject([{ code: 'reference-missing' }])
  put(root, jo, sound[jo]!)
  await open.refresh([jo])
  expect(await open.judge(pilot)).toEqual([])
})

test('of two new files with one domain the later is told about', async () => {
  const root = workspace(ill)
  const open = await openAt(root)
  await open.learn()
  const [first, second] = ['customers/dune/customer.md', 'customers/echo/customer.md'] as const
  for (const path of [first, second]) put(root, path, '---\nname: D\ndomain: dune.com\n---\n')
  await open.refresh([second, first])
  const codesOf = async (path: string) => (await open.judge(path)).map(({ code }) => code)
  expect(await codesOf(first)).not.toContain('identity-twice')
  expect(await codesOf(second)).toContain('identity-twice')
})

test('what a draft claimed and nobody saved is claimed by nobody', async () => {
  const open = await openAt(workspace(ill))
  await open.learn()
  await open.judge(acme, '---\nname: Acme\ndomain: other.com\n---\n')
  const draft = '---\nname: Bolt\ndomain: other.com\nowner: ada\n---\n'
  const codesOf = async (text: string) => (await open.judge(bolt, text)).map(({ code }) => code)
  expect(await codesOf(draft)).not.toContain('identity-twice')
  expect(await codesOf(draft.replace('other', 'acme'))).toContain('identity-twice')
})

test('a file that is not there yet, and one that is no record', async () => {
  const open = await openAt(workspace(ill))
  expect(await open.judge('customers/acme/contacts/new.md', '---\nnam: New\n---\n')).toMatchObject([
    { code: 'value-missing' },
    { code: 'unknown-key-typo' },
  ])
  expect(await open.judge('README.txt', 'x')).toEqual([])
})
