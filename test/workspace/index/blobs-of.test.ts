import { symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blobsOf } from '../../../src/workspace/index/blobs-of.ts'
import { findAsOf } from '../../../src/workspace/past/find-as-of.ts'
import { openPast } from '../../../src/workspace/past/open-past.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { listRecords } from '../../../src/workspace/records.ts'
import { git, gitEnv, workspace } from '../../helpers/workspace.ts'

const note = (n: number) => `customers/acme/activities/2026-10-01-${1000 + n}-note-n-aaaa.md`
const many = Array.from({ length: 60 }, (_, n) => note(n))
const textOf = (n: number) => `---\ntype: note\ndate: 2026-10-01\nsubject: N${n}\n---\n`
const files = {
  'workspace-setup/workspace.yaml': 'name: Orbit\n',
  'customers/acme/customer.md': '---\nname: Acme\n---\n',
  'customers/acme/documents/a.pdf': Buffer.from([0, 1, 2]),
  ...Object.fromEntries(many.map((path, n) => [path, textOf(n)])),
}

test('git`s ids of texts, sizes of what is none, and what cannot be read', () => {
  const root = workspace(files)
  symlinkSync('../../../nowhere', join(root, 'customers/acme/documents/lost.md'))
  const paths = ['customers/acme/customer.md', 'customers/acme/documents/a.pdf', 'customers/acme/documents/lost.md']
  expect([...blobsOf(placeAt(root, gitEnv), paths)]).toEqual([
    [paths[0], git(root, 'hash-object', paths[0]!).trim()],
    [paths[1], '3 bytes'],
    [paths[2], 'unreadable'],
  ])
})

test('of many files those the index knows are not read, and one that changed without changing its size or day is', () => {
  const root = workspace(files)
  for (const path of many) utimesSync(join(root, path), 1_700_000_000, 1_700_000_000)
  const ids = () => blobsOf(placeAt(root, gitEnv), many)
  const first = ids()
  listRecords(placeAt(root, gitEnv), 'activity', { customer: 'acme' })
  expect(ids()).toEqual(first)
  writeFileSync(join(root, note(7)), textOf(7).replace('N7', 'M7'))
  utimesSync(join(root, note(7)), 1_700_000_000, 1_700_000_000)
  const now = ids()
  expect(many.filter((path) => now.get(path) !== first.get(path))).toEqual([note(7)])
  expect(now.get(note(7))).toBe(git(root, 'hash-object', note(7)).trim())
})

test('the same of a commit', () => {
  const root = workspace(files)
  const place = placeAt(root, gitEnv)
  const now = blobsOf(place, Object.keys(files))
  const past = openPast(place, findAsOf(place, 'HEAD', { now: new Date(), zone: 'UTC' }))
  writeFileSync(join(root, note(7)), 'x')
  expect(blobsOf({ ...place, past }, Object.keys(files))).toEqual(now)
})
