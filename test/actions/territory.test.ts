import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import { perform } from '../../src/actions/perform.ts'
import territoryApply from '../../src/actions/territory-apply.ts'
import territoryCheck from '../../src/actions/territory-check.ts'
import undo from '../../src/actions/undo.ts'
import { openSession } from '../../src/session/open.ts'
import { tree as treeOf } from '../helpers/imports.ts'
import { git, gitEnv, workspace } from '../helpers/workspace.ts'

const sheet = (fields: string) => `---\n${fields}\n---\n`
const open = (cwd: string) => openSession({ cwd, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T09:00:00Z' } })
const customer = (slug: string, fields: string) => ({ [`customers/${slug}/customer.md`]: sheet(`name: ${slug}\n${fields}`) })
const rules = `territories:
  - name: big
    when: employees > 1000
    owner: ada
  - name: dach
    when: location.endsWith(', DE')
    owner: bo
  - when: location.endsWith(', FR')
    owner: gone
`
const tree = (more: Record<string, string> = {}) =>
  workspace({
    'workspace-setup/workspace.yaml': 'name: Orbit\n',
    'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\n',
    'workspace-setup/people/bo.yaml': 'name: Bo\naliases: [Bobby]\n',
    'workspace-setup/people/gone.yaml': 'name: Gone\nto: 2026-01-31\n',
    'workspace-setup/people/ina.yaml': 'name: Ina\nactive: false\n',
    'workspace-setup/territories.yaml': rules,
    'customers/workflows/lead-to-close.yaml': 'about: deal\nstages: [{id: lead}, {id: won, outcome: won}]\n',
    ...customer('right', 'owner: Bobby\nlocation: Berlin, DE\nemployees: 5'),
    ...customer('first', 'owner: bo   # for now\nlocation: Berlin, DE\nemployees: 5000'),
    ...customer('nobody', 'location: Bonn, DE'),
    ...customer('left', 'owner: ina\nlocation: Ulm, DE\nemployees: 2'),
    ...customer('past', 'owner: ada\nlocation: Ulm, DE\narchived: 2026-01-01'),
    ...customer('paris', 'owner: ada\nlocation: Paris, FR\nemployees: 2'),
    ...customer('unfit', 'owner: ada\nlocation: Oslo, NO\nemployees: 2'),
    'customers/first/deals/own.md': sheet('name: Own\nowner: bo\nstage: lead'),
    'customers/first/deals/free.md': sheet('name: Free\nstage: lead'),
    'customers/first/deals/special.md': sheet('name: Special\nowner: ina\nstage: lead'),
    'customers/first/deals/won.md': sheet('name: Won\nowner: bo\nstage: won'),
    'customers/first/deals/put-away.md': sheet('name: Away\nowner: bo\nstage: lead\narchived: 2026-01-01'),
    ...more,
  })

test('check lists who owns, who should, by which rule, what no rule fits and who left', async () => {
  const { misplaced, accounts, right } = await ask(territoryCheck, {}, open(tree()))
  expect([accounts, right]).toEqual([6, 1])
  const said = misplaced.map(({ customer: slug, owner, ownerLeft, should, rule, line, noData, because }) => [
    slug,
    owner,
    ownerLeft,
    should,
    rule,
    line,
    noData.join(),
    because,
  ])
  expect(said).toEqual([
    ['first', 'bo', false, 'ada', 'big', 2, '', undefined],
    ['left', 'ina', true, 'bo', 'dach', 5, '', undefined],
    ['nobody', null, false, 'bo', 'dach', 5, 'employees', undefined],
    ['paris', 'ada', false, 'gone', 'rule 3', 8, '', 'gone is no longer with us'],
    ['unfit', 'ada', false, null, null, null, '', 'no rule fits'],
  ])
})

test('apply shows the plan, writes the owner of accounts alone as one commit, and undo takes it back', async () => {
  const root = tree()
  const before = treeOf(root)
  const plan = await perform(territoryApply, {}, open(root), { dryRun: true })
  expect(plan.given.map(({ customer: slug, owner, to }) => [slug, owner, to])).toEqual([
    ['first', 'bo', 'ada'],
    ['left', 'ina', 'bo'],
    ['nobody', null, 'bo'],
  ])
  expect(plan.left.map(({ customer: slug }) => slug)).toEqual(['paris', 'unfit'])
  expect(treeOf(root)).toEqual(before)

  await perform(territoryApply, { apply: true }, open(root))
  expect(readFileSync(join(root, 'customers/first/customer.md'), 'utf8')).toBe(
    sheet('name: first\nowner: ada   # for now\nlocation: Berlin, DE\nemployees: 5000'),
  )
  expect(git(root, 'show', '--format=%s', '--name-only')).toBe(
    '3 accounts given by territory\n\ncustomers/first/customer.md\ncustomers/left/customer.md\ncustomers/nobody/customer.md\n',
  )
  expect((await perform(territoryApply, {}, open(root), { dryRun: true })).given).toEqual([])
  await perform(undo, {}, open(root))
  expect(treeOf(root)).toEqual(before)
})

test('--deals takes the open deals of the old owner along, and those of nobody; others stay', async () => {
  const root = tree()
  const { given } = await perform(territoryApply, { deals: true, where: 'employees > 4000', apply: true }, open(root))
  expect(given).toMatchObject([{ customer: 'first', deals: ['free', 'own'], stays: ['special'] }])
  expect(git(root, 'show', '--format=', '--name-only').trim().split('\n')).toEqual([
    'customers/first/customer.md',
    'customers/first/deals/free.md',
    'customers/first/deals/own.md',
  ])
})

test('--where narrows; one that cannot be read says what exists', async () => {
  const root = tree()
  expect((await ask(territoryCheck, { where: 'owner == null' }, open(root))).misplaced.map((one) => one.customer)).toEqual([
    'nobody',
  ])
  await expect(ask(territoryCheck, { where: 'ownr == "bo"' }, open(root))).rejects.toThrow(/--where, at 1: .*ownr/)
})

test.each([
  ['no file', undefined, 'There are no territories'],
  [
    'a condition that is none',
    'territories:\n  - when: emploees > 5\n    owner: ada\n',
    'workspace-setup/territories.yaml:2: There is no "emploees"',
  ],
  [
    'an owner who is nobody',
    'territories:\n  - owner: adda\n',
    'owner of workspace-setup/territories.yaml:2 is "adda", but there is no person "adda"',
  ],
  [
    'a rule without an owner',
    'territories:\n  - name: all\n',
    'workspace-setup/territories.yaml:2: territories[0].owner is missing',
  ],
])('%s ends it before anything is judged', async (_, text, message) => {
  const root = tree(text === undefined ? {} : { 'workspace-setup/territories.yaml': text })
  if (text === undefined) git(root, 'rm', '--quiet', 'workspace-setup/territories.yaml')
  await expect(ask(territoryCheck, {}, open(root))).rejects.toThrow(message)
})
