import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { settledStat } from '../../../src/workspace/index/look.ts'
import { indexFile, openIndex } from '../../../src/workspace/index/open-index.ts'
import { type ReadFile, readDirectly, readIndexed } from '../../../src/workspace/index/read-indexed.ts'
import { updateIndex } from '../../../src/workspace/index/update-index.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { smallDisk } from '../../helpers/small-disk.ts'
import { workspace } from '../../helpers/workspace.ts'

const path = (n: number) => `customers/acme/deals/deal-${n}.md`
const paths = Array.from({ length: 80 }, (_, n) => path(n))
const files = Object.fromEntries(paths.map((one, n) => [one, `---\nname: Deal ${n}\namount: ${n}\n---\nNotes ${n}.\n`]))

const said = (file: ReadFile<'deal'>) => ('problem' in file ? file.problem : { value: file.value, text: file.sheet().text })
const listed = (root: string) => readIndexed(placeAt(root, process.env), { kind: 'deal', paths }).map(said)
const expected = (root: string) => paths.map((one) => said(readDirectly(placeAt(root, process.env), 'deal', one)))

/** A workspace on a disk of its own. */
function onDisk(folder: string): string {
  const root = join(folder, 'tree')
  cpSync(workspace(files), root, { recursive: true })
  return root
}

describe('a disk that is full', () => {
  test.for<[string, boolean]>([
    ['before there is an index', false],
    ['while there is one', true],
  ])('%s: lists are right, and nothing is half made', ([, indexed], { skip }) => {
    const disk = smallDisk()
    if ('reason' in disk) return skip(disk.reason)
    const root = onDisk(disk.folder)
    if (indexed) listed(root)
    disk.fill()
    expect(listed(root)).toEqual(expected(root))
    disk.free()
    writeFileSync(join(root, path(3)), '---\nname: Changed\n---\n')
    expect(listed(root)).toEqual(expected(root))
    expect(listed(root)).toEqual(expected(root))
  })

  test('a search says that the index cannot be kept, and works once there is room', async ({ skip }) => {
    const disk = smallDisk()
    if ('reason' in disk) return skip(disk.reason)
    const root = onDisk(disk.folder)
    const update = async () => {
      const place = placeAt(root, process.env)
      const index = openIndex(place)
      return index && (await updateIndex(place, index, { team: undefined }))
    }
    disk.fill()
    expect(await update()).toBeUndefined()
    disk.free()
    expect(await update()).toMatchObject({ files: 80, read: 80 })
  })
})

test('a tree that may only be read is listed from its files, and gets no index', ({ skip }) => {
  const disk = smallDisk()
  if ('reason' in disk) return skip(disk.reason)
  const root = onDisk(disk.folder)
  rmSync(join(root, '.dossier'), { recursive: true, force: true })
  disk.readOnly()
  expect(listed(root)).toEqual(expected(root))
  expect(existsSync(indexFile(placeAt(root, process.env)))).toBe(false)
})

test.each([
  ['changed before the tick of the disk, a file is known by its stat key', 4_000_000_000n, 5_000_000_000n, 'key'],
  [
    'changed at that very tick, as coarse clocks tell for a whole second, it is looked at again',
    5_000_000_000n,
    5_000_000_000n,
    '',
  ],
  ['changed after it, by a clock that jumped, too', 9_000_000_000n, 5_000_000_000n, ''],
  ['and where no tick can be told, always', 1n, 0n, ''],
])('%s', (_, changed, tick, stat) => expect(settledStat({ stat: 'key', changed }, tick)).toBe(stat))
