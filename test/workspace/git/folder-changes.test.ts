import { expect, test } from 'vitest'
import { findFolderChanges } from '../../../src/workspace/git/folder-changes.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { beganAt, commitAt } from '../../helpers/history.ts'
import { gitEnv } from '../../helpers/workspace.ts'

test('of a long history the commits that changed one folder, newest first', () => {
  const root = beganAt('2026-11-01T00:00:00Z', { 'customers/acme/deals/big.md': 'one\n' })
  const wanted: string[] = []
  for (let n = 1; n <= 40; n++) {
    const path = [3, 9, 10, 37].includes(n) ? 'customers/acme/deals/big.md' : 'notes.md'
    const commit = commitAt(root, new Date(Date.UTC(2026, 10, 1, n)).toISOString(), { [path]: `${n}\n` })
    if (path !== 'notes.md') wanted.unshift(commit)
  }
  const place = placeAt(root, gitEnv)
  expect(findFolderChanges(place, ['customers/acme/deals'], new Date('2026-10-01'))).toEqual(wanted)
  expect(findFolderChanges(place, ['customers/acme/deals'], new Date('2026-11-01T09:30:00Z'))).toEqual(wanted.slice(0, 2))
  expect(findFolderChanges(place, ['customers/other'], new Date('2026-10-01'))).toEqual([])
})
