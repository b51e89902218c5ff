import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placeAt } from '../../../src/workspace/place.ts'
import { putGenerated } from '../../../src/workspace/write/put-generated.ts'
import { folder, workspace } from '../../helpers/workspace.ts'

const path = 'customers/acme/documents/context/compact.md'

test('a generated file is made, and replaced whole; nothing is left beside it', () => {
  const root = workspace({ 'customers/acme/customer.md': '' })
  const place = placeAt(root, {})
  putGenerated(place, path, 'one', 'a')
  putGenerated(place, path, 'two', 'b')
  expect(readFileSync(join(root, path), 'utf8')).toBe('two')
  expect(readdirSync(join(root, path, '..'))).toEqual(['compact.md'])
})

test('never out of the workspace, and what hinders it is told', () => {
  const root = workspace({ 'customers/acme/customer.md': '' })
  mkdirSync(join(root, 'customers/acme/documents'))
  const elsewhere = folder()
  symlinkSync(elsewhere, join(root, 'customers/acme/documents/context'))
  expect(() => putGenerated(placeAt(root, {}), path, 'one', 'a')).toThrow('out of the workspace')
  expect(readdirSync(elsewhere)).toEqual([])
  const filed = placeAt(workspace({ 'customers/acme/documents': 'a file' }), {})
  expect(() => putGenerated(filed, path, 'one', 'a')).toThrow('A file stands where a folder should be.')
})
