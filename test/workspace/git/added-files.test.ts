import { expect, test } from 'vitest'
import { readAddedContacts, readHistoryStart } from '../../../src/workspace/git/added-files.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { git, gitEnv, workspace } from '../../helpers/workspace.ts'
import { commitAt } from '../book/team-tree.ts'

const since = new Date('2026-11-15T00:00:00Z')

test('contacts that came in since an instant, those of the first commit and of older ones aside', () => {
  const root = workspace({}, { commit: false })
  expect([readHistoryStart(placeAt(root, gitEnv)), readAddedContacts(placeAt(root, gitEnv), since)]).toEqual([null, []])
  commitAt(root, '2026-11-16T09:00:00Z', { 'customers/acme/contacts/first.md': '---\nname: A\n---\n' })
  commitAt(root, '2026-11-17T09:00:00Z', {
    'customers/acme/contacts/jo.md': '---\nname: Jo\n---\n',
    'customers/acme/deals/a.md': 'x',
  })
  commitAt(root, '2026-11-18T09:00:00Z', {
    'customers/acme/contacts/jo.md': '---\nname: Jo P\n---\n',
    'customers/b/contacts/é.md': 'x',
  })
  const place = placeAt(root, gitEnv)
  expect(readHistoryStart(place)).toEqual(new Date('2026-11-16T09:00:00Z'))
  expect(readAddedContacts(place, since)).toEqual([
    { path: 'customers/acme/contacts/jo.md', at: new Date('2026-11-17T09:00:00Z') },
    { path: 'customers/b/contacts/é.md', at: new Date('2026-11-18T09:00:00Z') },
  ])
  expect(readAddedContacts(place, new Date('2026-11-18T00:00:00Z'))).toHaveLength(1)
})

test('a workspace within a repository names paths from its own root', () => {
  const root = workspace({ 'README.md': 'x' })
  commitAt(root, '2026-11-17T09:00:00Z', {
    'sales/workspace-setup/workspace.yaml': 'name: A\n',
    'sales/customers/acme/contacts/jo.md': 'x',
  })
  expect(readAddedContacts(placeAt(`${root}/sales`, gitEnv), since).map(({ path }) => path)).toEqual([
    'customers/acme/contacts/jo.md',
  ])
})

test('a clone that was cut short begins where it was cut', () => {
  const root = workspace({}, { commit: false })
  for (const day of ['14', '16', '18']) commitAt(root, `2026-11-${day}T09:00:00Z`, { [`customers/a/contacts/${day}.md`]: 'x' })
  git(root, 'clone', '--quiet', '--depth=2', `file://${root}`, 'short')
  expect(readHistoryStart(placeAt(`${root}/short`, gitEnv))).toEqual(new Date('2026-11-16T09:00:00Z'))
})
