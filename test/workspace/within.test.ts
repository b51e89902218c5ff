import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placeAt } from '../../src/workspace/place.ts'
import { withinFolder } from '../../src/workspace/within.ts'
import { workspace } from '../helpers/workspace.ts'

test('files that really lie in a folder, not what links lead to', () => {
  const root = workspace({ 'customers/a/x.md': '', 'customers/a/in/y.md': '', 'customers/ab/z.md': '' })
  symlinkSync('../ab/z.md', join(root, 'customers/a/z.md'))
  symlinkSync('in/y.md', join(root, 'customers/a/y.md'))
  symlinkSync('../ab', join(root, 'customers/a/out'))
  symlinkSync('a', join(root, 'customers/linked'))
  const place = placeAt(root, {})
  const own = (folder: string, ...names: string[]) =>
    withinFolder(
      place,
      folder,
      names.map((name) => `${folder}/${name}`),
    )
  expect(own('customers/a', 'x.md', 'in/y.md', 'y.md', 'z.md', 'out/z.md', 'gone.md')).toEqual([
    'customers/a/x.md',
    'customers/a/in/y.md',
    'customers/a/y.md',
  ])
  expect(own('customers/linked', 'x.md')).toEqual([])
  expect(own('customers/gone', 'x.md')).toEqual([])
})
