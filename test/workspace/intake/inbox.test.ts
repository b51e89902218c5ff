import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findDropped, keptByGit, openDropped, putAway, readDropped } from '../../../src/workspace/intake/inbox.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { gitEnv, workspace } from '../../helpers/workspace.ts'

const inbox = 'personal/ada/inbox'
const start = (files: Record<string, string>) => {
  const root = workspace({ 'workspace-setup/workspace.yaml': 'name: Ours\n', ...files })
  return { root, place: placeAt(root, gitEnv) }
}

test('what is dropped are the files of both inboxes, without hidden ones, folders and what is filed', () => {
  const { root, place } = start({
    [`${inbox}/b.eml`]: 'b',
    [`${inbox}/a.eml`]: 'a',
    [`${inbox}/.hidden`]: '',
    [`${inbox}/filed/c.eml`]: '',
    [`${inbox}/sub/d.eml`]: '',
    'personal/inbox/e.eml': 'e',
    'personal/ben/inbox/f.eml': '',
  })
  symlinkSync('a.eml', join(root, inbox, 'link.eml'))
  expect(findDropped(place, 'ada').map(({ file, refused }) => [file, refused !== undefined])).toEqual([
    [`${inbox}/a.eml`, false],
    [`${inbox}/b.eml`, false],
    [`${inbox}/link.eml`, true],
    ['personal/inbox/e.eml', false],
  ])
  expect(findDropped(place, undefined).map(({ file }) => file)).toEqual(['personal/inbox/e.eml'])
})

test('a named file is dropped only where it lies in an inbox', () => {
  const { root, place } = start({ [`${inbox}/a.eml`]: 'a', [`${inbox}/filed/b.eml`]: '', 'other.eml': '' })
  const isDropped = (name: string, cwd = root) => openDropped(place, name, cwd).isDropped
  expect(isDropped(`${inbox}/a.eml`)).toBe(true)
  expect(isDropped('a.eml', join(root, inbox))).toBe(true)
  expect(isDropped(`${inbox}/filed/b.eml`)).toBe(false)
  expect(isDropped('other.eml')).toBe(false)
})

test('put away is what is as it was read; what another program saved since stays', () => {
  const { root, place } = start({ [`${inbox}/a.eml`]: 'a', [`${inbox}/b.eml`]: 'b', [`${inbox}/filed/a.eml`]: 'older' })
  const taken = findDropped(place, 'ada').map((one) => readDropped(one).taken)
  writeFileSync(join(root, inbox, 'b.eml'), 'saved since')
  putAway(taken)
  expect(readdirSync(join(root, inbox))).toEqual(['b.eml', 'filed'])
  const names = readdirSync(join(root, inbox, 'filed'))
  expect(names.map((name) => readFileSync(join(root, inbox, 'filed', name), 'utf8')).toSorted()).toEqual(['a', 'older'])
  putAway(taken)
  expect(existsSync(join(root, inbox, 'b.eml'))).toBe(true)
})

test('git keeps those that were committed', () => {
  const { root, place } = start({ [`${inbox}/a.eml`]: 'a' })
  mkdirSync(join(root, 'personal/inbox'))
  writeFileSync(join(root, 'personal/inbox/new.eml'), '')
  expect([...keptByGit(place, findDropped(place, 'ada'))]).toEqual([`${inbox}/a.eml`])
})
