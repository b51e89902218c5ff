import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import check from '../../src/actions/check.ts'
import { perform } from '../../src/actions/perform.ts'
import repair, { repairing } from '../../src/actions/repair.ts'
import undo from '../../src/actions/undo.ts'
import { sayRepair } from '../../src/doors/say/plans/repair.ts'
import { openSession } from '../../src/session/open.ts'
import { leftovers } from '../helpers/act.ts'
import { tree as treeOf } from '../helpers/imports.ts'
import { git, gitEnv, workspace } from '../helpers/workspace.ts'
import { there } from '../workspace/repair/known-of.ts'

const settings = { 'workspace-setup/workspace.yaml': 'name: Orbit\ncurrency: EUR\ntimezone: UTC\nphone_country: DE\n' }
const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`
const open = (cwd: string) => openSession({ cwd, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T09:00:00Z', DOSSIER_SEED: 's' } })
const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const mended = (root: string, ...path: string[]) => perform(repair, { path, apply: true }, open(root))
const planned = async (root: string, ...path: string[]) => perform(repair, { path }, open(root), { dryRun: true })
const problems = async (root: string) => (await ask(check, {}, open(root))).problems

const messy = () =>
  workspace({
    ...settings,
    ...there,
    'workspace-setup/people/cy.yml': 'name: Cy\n',
    'customers/Hooli Inc.md': sheet(
      'name: Hooli\ndomain: hooli.example\nonwer: Ada Byron',
      'See [jo](acme/jo.md) and [cy](../workspace-setup/people/cy.yml).\n',
    ),
    'customers/acme/jo.md': sheet('name: Jo Two\nemail: jo2@acme.test', 'Of [acme](customer.md), the [deal](deals/pilot.md).\n'),
    'customers/acme/Deals/pilot.md': sheet('name: Pilot\nstage: Closed-Won\nprimary_contact: Jo Two'),
    'customers/acme/deals/kim.md': sheet('name: Kim\nemail: kim@acme.test\nrole: Champion'),
    'customers/acme/call.md': sheet('type: call\ndate: 2026-11-02 10:00\nsubject: Pricing\nparticipants: [jo-park]'),
    'customers/acme/contacts/ann.markdown': sheet('name: Ann'),
    'customers/acme/notes.md': sheet('title: Anything'),
    [`customers/globex/contacts/${'José'.normalize('NFD')}.md`]: sheet('name: José'),
    'customers/globex/contacts/SAM-LEE.md': sheet('name: Another Sam'),
  })

describe('a plan', () => {
  test('changes nothing, names each mend with its place, and is what --apply writes as one commit that undo takes back', async () => {
    const root = messy()
    const before = treeOf(root)
    const plan = await planned(root)
    expect(treeOf(root)).toEqual(before)
    expect(plan.mends.map(({ code, path, to }) => [code, path, to ?? ''].join(' '))).toMatchSnapshot()

    const done = await mended(root)
    expect(done.mends).toEqual(plan.mends)
    expect(git(root, 'log', '--format=%s', '-1')).toBe(`repair: ${done.said}\n`)
    expect(git(root, 'status', '--porcelain')).toBe('')
    for (const { path, after } of plan.preview!) if (after !== null) expect(text(root, path)).toBe(after)
    expect((await planned(root)).mends).toEqual([])

    await perform(undo, {}, open(root))
    expect(treeOf(root)).toEqual(before)
  })

  test('goes as far as it is asked to', async () => {
    const root = messy()
    const { mends } = await planned(root, 'customers/acme/deals')
    expect(mends.map(({ path }) => path)).toEqual(['customers/acme/deals/kim.md', 'customers/acme/contacts/kim.md'])
    expect((await planned(root, 'globex')).mends.map(({ code }) => code)).toEqual(['name-accents'])
  })
})

test('files move to where they are read, and links go along both ways', async () => {
  const root = messy()
  await mended(root)
  expect(text(root, 'customers/hooli-inc/customer.md')).toBe(
    sheet(
      'name: Hooli\ndomain: hooli.example\nowner: ada',
      'See [jo](../acme/contacts/jo.md) and [cy](../../workspace-setup/people/cy.yaml).\n',
    ),
  )
  expect(text(root, 'customers/acme/contacts/jo.md')).toBe(
    sheet('name: Jo Two\nemail: jo2@acme.test', 'Of [acme](../customer.md), the [deal](../deals/pilot.md).\n'),
  )
  expect(text(root, 'customers/acme/deals/pilot.md')).toBe(sheet('name: Pilot\nstage: closed-won\nprimary_contact: jo'))
  expect(text(root, 'customers/acme/contacts/kim.md')).toBe(sheet('name: Kim\nemail: kim@acme.test\nrole: champion'))
  expect(Object.keys(treeOf(root)).filter((path) => path.includes('/activities/'))).toEqual([
    expect.stringMatching(/^customers\/acme\/activities\/2026-11-02-1000-call-pricing-[a-z0-9]{4}\.md$/),
  ])
  expect(text(root, 'customers/globex/contacts/SAM-LEE.md')).toBe(sheet('name: Another Sam'))
  expect(text(root, 'customers/acme/notes.md')).toBe(sheet('title: Anything'))
})

test('of two files that would meet, and of names that clash by case, none is moved', async () => {
  const root = workspace({
    ...settings,
    ...there,
    'customers/acme/jo-park.md': sheet('name: Jo\nemail: x@acme.test'),
    'customers/acme/kim.md': sheet('name: Kim\nemail: k@acme.test'),
    'customers/acme/deals/kim.md': sheet('name: Kim\nemail: l@acme.test'),
    'customers/acme/ROLLOUT.md': sheet('name: Rollout\namount: 1'),
  })
  expect((await planned(root)).mends).toEqual([])
})

test('folders that init makes come back with what init puts there; a tree made by hand misses none', async () => {
  const root = workspace({ ...settings, 'customers/README.md': 'Customers.\n' })
  const { mends } = await mended(root)
  expect(mends.map(({ path }) => path)).toContain('workspace-setup/people/README.md')
  expect(mends.map(({ path }) => path)).toContain('customers/workflows/lead-to-close.yaml')
  expect(mends.every(({ code }) => code === 'folder-missing')).toBe(true)
  expect((await planned(root)).mends).toEqual([])
  expect((await planned(workspace(settings))).mends).toEqual([])
})

test('a file that another program saves between plan and write is not overwritten', async () => {
  const root = messy()
  const path = 'customers/acme/deals/kim.md'
  const meddling = repairing((done, total) => {
    if (done === total) writeFileSync(join(root, path), sheet('name: Kim\nemail: new@acme.test'))
  })
  const before = git(root, 'rev-parse', 'HEAD')
  await expect(perform(meddling, { apply: true }, open(root))).rejects.toThrow(`${path} was changed by another program`)
  expect(text(root, path)).toBe(sheet('name: Kim\nemail: new@acme.test'))
  expect(git(root, 'rev-parse', 'HEAD')).toBe(before)
  expect(leftovers(root)).toEqual([])
})

test.skipIf(process.getuid?.() === 0)('a tree that may not be written stays as it is', async () => {
  const root = messy()
  chmodSync(join(root, 'customers/acme/deals'), 0o500)
  const before = treeOf(root)
  await expect(mended(root)).rejects.toThrow(/permission|nothing was written/)
  expect(treeOf(root)).toEqual(before)
  chmodSync(join(root, 'customers/acme/deals'), 0o700)
})

test('what git ignores is left alone, for no commit could hold it', async () => {
  const root = workspace({ ...settings, ...there, '.gitignore': 'personal/\n' })
  mkdirSync(join(root, 'personal/ada'), { recursive: true })
  writeFileSync(join(root, 'personal/ada/note.md'), 'See [[old-acme]].\n')
  expect((await planned(root)).mends).toEqual([])
})

test('what cannot be read as text, is enormous or links away is left alone', async () => {
  const root = workspace({
    ...settings,
    'customers/acme/customer.md': sheet('name: Acme'),
    'customers/acme/contacts/bytes.md': new Uint8Array([0x2d, 0x2d, 0x2d, 0, 0xff]),
    'customers/acme/contacts/latin.md': new Uint8Array([
      ...Buffer.from('---\nname: J'),
      0xf6,
      ...Buffer.from('\nonwer: ada\n---\n'),
    ]),
  })
  mkdirSync(join(root, 'customers/acme/deals'))
  expect((await planned(root)).mends).toEqual([])
})

test('after apply, check has no more of what was mended', async () => {
  const root = messy()
  const { mends } = await mended(root)
  const left = await problems(root)
  expect(left.filter(({ path, code }) => mends.some((mend) => (mend.to ?? mend.path) === path && mend.code === code))).toEqual([])
})

test('a slip that was never committed leaves nothing to commit, and that is said', async () => {
  const path = 'customers/acme/customer.md'
  const root = workspace({ ...settings, ...there })
  writeFileSync(join(root, path), text(root, path).replace('name:', 'nmae:'))
  const done = await mended(root)
  expect([done.mends.length, done.commit, git(root, 'status', '--porcelain')]).toEqual([1, null, ''])
  const { talk } = await sayRepair(done, { left: { errors: 0, warnings: 0 }, apply: true })
  expect(talk).toMatch(/^The files are again as they were committed/)
})
