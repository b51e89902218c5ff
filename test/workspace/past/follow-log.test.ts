import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { followLog } from '../../../src/workspace/past/follow-log.ts'
import { openPast } from '../../../src/workspace/past/open-past.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { beganAt, commitAt, gitAt, head } from '../../helpers/history.ts'
import { folder, git, gitEnv } from '../../helpers/workspace.ts'

const lines = (name: string, more = '') =>
  `---\nname: ${name}\nowner: ada\nindustry: steel\nsegment: smb\nlocation: Graz, AT\n${more}---\nWe met them at the fair.\n`
const told = (root: string, path: string) =>
  followLog(placeAt(root, gitEnv), path).map(({ subject, steps }) => [
    subject,
    ...steps.map(
      ({ path: at, from, was, is }) => `${was === null ? '+' : is === null ? '-' : from === undefined ? '~' : `${from} > `}${at}`,
    ),
  ])

test('what commits did to a folder, newest first, with what they say of themselves', () => {
  const root = beganAt('2026-10-01T10:00:00Z', {
    'customers/acme/customer.md': lines('Acme'),
    'customers/globex/customer.md': lines('Globex'),
  })
  commitAt(root, '2026-10-02T10:00:00Z', { 'customers/globex/customer.md': lines('Globex', 'tags: [x]\n') })
  const commit = commitAt(
    root,
    '2026-10-03T10:00:00Z',
    { 'customers/acme/customer.md': lines('Acme', 'tags: [x]\n'), 'customers/acme/deals/a b.md': 'x' },
    'acme: tags x\n\nDossier-Action: customer set\nDossier-Actor: ada\nDossier-Because: asked by ada\n',
  )
  expect(told(root, 'customers/acme')).toEqual([
    ['acme: tags x', '~customers/acme/customer.md', '+customers/acme/deals/a b.md'],
    ['Begin', '+customers/acme/customer.md'],
  ])
  expect(followLog(placeAt(root, gitEnv), 'customers/acme')[0]).toMatchObject({
    commit,
    at: new Date('2026-10-03T10:00:00Z'),
    author: 'Ada',
    action: 'customer set',
    actor: 'ada',
    because: 'asked by ada',
    isFirst: false,
  })
})

test('a file that was renamed in its folder is one file', () => {
  const root = beganAt('2026-10-01T10:00:00Z', {
    'customers/acme/customer.md': lines('Acme'),
    'customers/acme/deals/a.md': lines('A'),
  })
  git(root, 'mv', 'customers/acme/deals/a.md', 'customers/acme/deals/b.md')
  commitAt(root, '2026-10-02T10:00:00Z', {}, 'Rename')
  expect(told(root, 'customers/acme')[0]).toEqual(['Rename', 'customers/acme/deals/a.md > customers/acme/deals/b.md'])
  expect(told(root, 'customers/acme/deals/b.md')).toEqual([
    ['Rename', 'customers/acme/deals/a.md > customers/acme/deals/b.md'],
    ['Begin', '+customers/acme/deals/a.md'],
  ])
})

test('a customer whose folder was renamed keeps its past', () => {
  const root = beganAt('2026-10-01T10:00:00Z', {
    'customers/acme/customer.md': lines('Acme'),
    'customers/acme/deals/a.md': lines('A'),
  })
  commitAt(root, '2026-10-02T10:00:00Z', { 'customers/acme/deals/a.md': null }, 'Lost')
  git(root, 'mv', 'customers/acme', 'customers/acme-corp')
  commitAt(root, '2026-10-03T10:00:00Z', {}, 'Rename')
  expect(told(root, 'customers/acme-corp')).toEqual([
    ['Rename', 'customers/acme/customer.md > customers/acme-corp/customer.md'],
    ['Lost', '-customers/acme/deals/a.md'],
    ['Begin', '+customers/acme/customer.md', '+customers/acme/deals/a.md'],
  ])
})

test('a deal that came from another customer brings its own past, and nothing of the other', () => {
  const root = beganAt('2026-10-01T10:00:00Z', {
    'customers/acme/customer.md': lines('Acme'),
    'customers/_unassigned/deals/a.md': lines('A'),
  })
  commitAt(
    root,
    '2026-10-02T10:00:00Z',
    { 'customers/_unassigned/deals/a.md': lines('A', 'amount: 1\n'), 'customers/_unassigned/deals/b.md': lines('B') },
    'Amount',
  )
  git(root, 'mv', 'customers/_unassigned/deals', 'customers/acme/deals')
  git(root, 'mv', 'customers/acme/deals/b.md', 'customers/b.md')
  commitAt(root, '2026-10-03T10:00:00Z', {}, 'Assign')
  expect(told(root, 'customers/acme')).toEqual([
    ['Assign', 'customers/_unassigned/deals/a.md > customers/acme/deals/a.md'],
    ['Amount', '~customers/_unassigned/deals/a.md'],
    ['Begin', '+customers/acme/customer.md', '+customers/_unassigned/deals/a.md'],
  ])
})

test('a customer that was merged into this one keeps both pasts', () => {
  const root = beganAt('2026-10-01T10:00:00Z', { 'customers/acme/customer.md': lines('Acme') })
  commitAt(
    root,
    '2026-10-02T10:00:00Z',
    { 'customers/acme-2/customer.md': lines('Acme 2'), 'customers/acme-2/contacts/jo.md': lines('Jo') },
    'Second',
  )
  commitAt(root, '2026-10-03T10:00:00Z', { 'customers/acme-2/customer.md': lines('Acme 2', 'tags: [y]\n') }, 'Tag')
  git(root, 'mv', 'customers/acme-2/contacts', 'customers/acme/contacts')
  commitAt(
    root,
    '2026-10-04T10:00:00Z',
    {
      'customers/acme-2/customer.md': '---\nredirect: ../acme/customer.md\n---\n',
      'customers/acme/customer.md': lines('Acme', 'aliases: [Acme 2]\n'),
    },
    'Merge\n\nDossier-Action: customer merge',
  )
  expect(told(root, 'customers/acme')).toEqual([
    ['Merge', 'customers/acme-2/contacts/jo.md > customers/acme/contacts/jo.md', '~customers/acme/customer.md'],
    ['Tag', '~customers/acme-2/customer.md'],
    ['Second', '+customers/acme-2/contacts/jo.md', '+customers/acme-2/customer.md'],
    ['Begin', '+customers/acme/customer.md'],
  ])
})

test('a contact who moved, a stub left behind, keeps their past', () => {
  const root = beganAt('2026-10-01T10:00:00Z', {
    'customers/acme/contacts/jo.md': lines('Jo Park'),
    'customers/globex/customer.md': lines('Globex'),
  })
  commitAt(
    root,
    '2026-10-02T10:00:00Z',
    {
      'customers/acme/contacts/jo.md': lines('Jo Park', 'status: left\n'),
      'customers/globex/contacts/jo.md': lines('Jo Park', 'email: jo@globex.example\n'),
    },
    'Move\n\nDossier-Action: contact move',
  )
  expect(told(root, 'customers/globex/contacts/jo.md')).toEqual([
    ['Move', 'customers/acme/contacts/jo.md > customers/globex/contacts/jo.md'],
    ['Begin', '+customers/acme/contacts/jo.md'],
  ])
})

test('a record that only looks like another one came from nowhere', () => {
  const root = beganAt('2026-10-01T10:00:00Z', {
    'customers/acme/deals/a.md': lines('A'),
    'customers/globex/customer.md': lines('Globex'),
  })
  commitAt(
    root,
    '2026-10-02T10:00:00Z',
    { 'customers/acme/deals/a.md': lines('A', 'amount: 2\n'), 'customers/globex/deals/a.md': lines('A') },
    'Copy',
  )
  expect(told(root, 'customers/globex')[0]).toEqual(['Copy', '+customers/globex/deals/a.md'])
})

test('what a merge of branches brought is told of the merge', () => {
  const root = beganAt('2026-10-01T10:00:00Z', { 'customers/acme/customer.md': lines('Acme') })
  git(root, 'checkout', '--quiet', '-b', 'side')
  commitAt(root, '2026-10-02T10:00:00Z', { 'customers/acme/customer.md': lines('Acme', 'tags: [x]\n') }, 'Side')
  git(root, 'checkout', '--quiet', 'main')
  commitAt(root, '2026-10-03T10:00:00Z', { 'customers/acme/deals/a.md': lines('A') }, 'Main')
  gitAt(root, '2026-10-05T10:00:00Z', ['merge', '--quiet', '--no-ff', '--message=Merged', 'side'])
  expect(told(root, 'customers/acme').map(([subject]) => subject)).toEqual(['Merged', 'Main', 'Begin'])
})

test('the past of the past ends there; and a workspace may lie in a folder', () => {
  const root = beganAt('2026-10-01T10:00:00Z')
  commitAt(
    root,
    '2026-10-02T10:00:00Z',
    { 'sales/workspace-setup/workspace.yaml': 'name: Ours\n', 'sales/customers/acme/customer.md': lines('Acme') },
    'In',
  )
  const commit = head(root)
  commitAt(root, '2026-10-03T10:00:00Z', { 'sales/customers/acme/customer.md': lines('Acme', 'tags: [x]\n') }, 'Later')
  const place = placeAt(join(root, 'sales'), gitEnv)
  expect(followLog(place, 'customers/acme').map(({ subject, steps }) => [subject, steps[0]!.path])).toEqual([
    ['Later', 'customers/acme/customer.md'],
    ['In', 'customers/acme/customer.md'],
  ])
  const then = { ...place, past: openPast(place, { commit, at: new Date() }) }
  expect(followLog(then, 'customers/acme').map(({ subject }) => subject)).toEqual(['In'])
})

test('where a clone was cut short, its first commit is the first that is known', () => {
  const root = beganAt('2026-10-01T10:00:00Z', { 'customers/acme/customer.md': lines('Acme') })
  commitAt(root, '2026-10-02T10:00:00Z', { 'customers/acme/customer.md': lines('Acme', 'tags: [x]\n') }, 'Cut')
  const clone = join(folder(), 'clone')
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${root}`, clone], { env: gitEnv })
  expect(followLog(placeAt(clone, gitEnv), 'customers/acme')).toMatchObject([{ subject: 'Cut', isFirst: true }])
})
