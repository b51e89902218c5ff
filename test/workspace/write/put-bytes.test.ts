import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placeAt } from '../../../src/workspace/place.ts'
import { putBytes } from '../../../src/workspace/write/put-bytes.ts'
import { folder, gitEnv, workspace } from '../../helpers/workspace.ts'

const bytes = new Uint8Array([0, 255, 1])
const start = () => {
  const root = workspace({ 'a.md': 'a' })
  return { root, place: placeAt(root, gitEnv) }
}

test('files are written whole, and taken back with the folders they needed', () => {
  const { root, place } = start()
  const takeBack = putBytes(
    place,
    [
      { path: 'x/y/a.bin', bytes },
      { path: 'x/b.bin', bytes },
    ],
    'id',
  )
  expect(readFileSync(join(root, 'x/y/a.bin')).equals(bytes)).toBe(true)
  expect(readdirSync(join(root, 'x')).sort()).toEqual(['b.bin', 'y'])
  takeBack()
  expect(existsSync(join(root, 'x'))).toBe(false)
})

test('what is there with the same bytes stays, also when taken back; another file is refused, and nothing is left', () => {
  const { root, place } = start()
  mkdirSync(join(root, 'x'))
  writeFileSync(join(root, 'x/a.bin'), bytes)
  putBytes(place, [{ path: 'x/a.bin', bytes }], 'id')()
  expect(existsSync(join(root, 'x/a.bin'))).toBe(true)
  const files = [
    { path: 'x/new.bin', bytes },
    { path: 'a.md', bytes },
  ]
  expect(() => putBytes(place, files, 'id')).toThrow(/a\.md is there already/)
  expect(readdirSync(join(root, 'x'))).toEqual(['a.bin'])
})

test('a link that leads out of the workspace is not followed', () => {
  const { root, place } = start()
  const away = folder()
  symlinkSync(away, join(root, 'out'))
  expect(() => putBytes(place, [{ path: 'out/a.bin', bytes }], 'id')).toThrow(/leads out of the workspace/)
  expect(readdirSync(away)).toEqual([])
})

test('what a run that was killed left beside a file is swept by the next one, and nothing else is', () => {
  const { root, place } = start()
  mkdirSync(join(root, 'x'))
  for (const name of ['.a.bin.01J-9f.dossier', '.a.bin.mine.txt', '.b.bin.01J-9f.dossier'])
    writeFileSync(join(root, 'x', name), 'half')
  putBytes(place, [{ path: 'x/a.bin', bytes }], 'id')
  expect(readdirSync(join(root, 'x')).sort()).toEqual(['.a.bin.mine.txt', '.b.bin.01J-9f.dossier', 'a.bin'])
})
