import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { indexFile, openIndex, renewIndex } from '../../../src/workspace/index/open-index.ts'
import { searchWords } from '../../../src/workspace/index/search-words.ts'
import { updateIndex } from '../../../src/workspace/index/update-index.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { workspace } from '../../helpers/workspace.ts'

const note = (n: number, text: string) => [
  `customers/acme/activities/2026-11-02-1000-call-note-${String(n).padStart(4, '0')}.md`,
  `---\ntype: call\ndate: 2026-11-02T10:00:00Z\nsubject: Note ${n}\n---\n${text}\n`,
]
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => note(n, `Alpha ${n} budget`)))

/** Brings the index of a folder up to date as a new run of the program does, and gives all that is in it. */
async function update(root: string, afresh = false) {
  const place = placeAt(root, process.env)
  const index = afresh ? renewIndex(place)! : openIndex(place)!
  const updated = await updateIndex(place, index, { team: undefined })
  return { updated, index, dump: dump(root) }
}

/** All the index says of the tree: files with what their texts say, and the words of each. */
function dump(root: string) {
  const database = new DatabaseSync(join(root, '.dossier', 'index.db'))
  const files = database
    .prepare(
      'SELECT f.kind, f.path, t.blob, p.reading, p.value, p.problems FROM files f JOIN texts t ON t.id = f.text LEFT JOIN parsed p ON p.text = f.text ORDER BY f.path, p.path',
    )
    .all()
  const words = database
    .prepare("SELECT f.path FROM words JOIN files f ON f.text = words.rowid WHERE words MATCH 'budget' ORDER BY f.path")
    .all()
  database.close()
  return { files, words }
}

test('what is new, changed and gone is brought in, and nothing else is read', async () => {
  const root = workspace(many(20))
  expect((await update(root)).updated).toEqual({ files: 20, read: 20, gone: 0 })
  await wait(20)
  await update(root)
  expect((await update(root)).updated).toEqual({ files: 20, read: 0, gone: 0 })
  const [path, text] = note(3, 'Beta')
  writeFileSync(join(root, path!), text!)
  rmSync(join(root, note(4, '')[0]!))
  const { updated, index, dump: after } = await update(root)
  expect(updated).toEqual({ files: 19, read: 1, gone: 1 })
  expect(searchWords(index, '"beta"', {}).map((hit) => hit.path)).toEqual([path])
  expect(searchWords(index, '"4"', {})).toEqual([])
  expect((await update(root, true)).dump).toEqual(after)
}, 30_000)

test('every file that is searched is found, whatever folder it lies in, and no generated one', async () => {
  const root = workspace({
    'customers/README.md': 'alpha',
    'customers/acme/customer.md': '---\nname: Alpha\n---\n',
    'customers/acme/documents/notes.txt': 'alpha',
    'customers/acme/documents/context/compact.md': 'alpha',
    'customers/templates/compact.md': 'alpha',
    'sales-toolkit/battlecards/alpha.md': 'alpha',
    'reporting/team/2026-W40.md': 'alpha',
    'personal/ada/inbox/mail.md': 'alpha',
    'src/notes.md': 'alpha',
  })
  const { index } = await update(root)
  expect(
    searchWords(index, '"alpha"', {})
      .map(({ path }) => path)
      .sort(),
  ).toEqual([
    'customers/README.md',
    'customers/acme/customer.md',
    'customers/acme/documents/notes.txt',
    'customers/templates/compact.md',
    'reporting/team/2026-W40.md',
    'sales-toolkit/battlecards/alpha.md',
  ])
})

test('files read by a list alone become searchable', async () => {
  const root = workspace(many(60))
  const { listRecords } = await import('../../../src/workspace/records.ts')
  listRecords(placeAt(root, process.env), 'activity')
  const { index } = await update(root)
  expect(searchWords(index, '"budget"', {})).toHaveLength(60)
})

test('many files are read by several threads, and the index is the same', async () => {
  const root = workspace(many(2_100), { commit: false })
  const { updated, dump: made } = await update(root)
  expect(updated).toEqual({ files: 2_100, read: 2_100, gone: 0 })
  expect(made.files).toHaveLength(2_100)
  expect(made.words).toHaveLength(2_100)
})

const program = join(import.meta.dirname, 'run-update.ts')
const start = (root: string, ...args: string[]): ChildProcess =>
  spawn(process.execPath, [program, root, ...args], { stdio: 'inherit' })

test('killed at any moment, the index is whole, and the next update completes it', async () => {
  const root = workspace(many(1_500), { commit: false })
  for (const patience of [150, 250, 300, 350, 400, 450, 500, 600]) {
    for (const ending of ['', '-wal', '-shm']) rmSync(indexFile(placeAt(root, process.env)) + ending, { force: true })
    const child = start(root)
    const ended = once(child, 'exit')
    await wait(patience)
    child.kill('SIGKILL')
    await ended
    const { dump: after } = await update(root)
    expect(after.words).toHaveLength(1_500)
    expect(new DatabaseSync(indexFile(placeAt(root, process.env))).prepare('PRAGMA integrity_check').get()).toEqual({
      integrity_check: 'ok',
    })
  }
}, 60_000)

test('two programs update it at once while a third edits the files', async () => {
  const root = workspace(many(300), { commit: false })
  const children = [start(root, '12'), start(root, '12')]
  const ends = children.map((child) => once(child, 'exit'))
  for (let turn = 0; turn < 60; turn++) {
    const [path, text] = note(turn % 30, `Turn ${turn} ${turn % 3 ? 'budget' : 'gamma'}`)
    mkdirSync(join(root, 'customers/acme/activities'), { recursive: true })
    if (turn % 7 === 6) rmSync(join(root, path!), { force: true })
    else writeFileSync(join(root, path!), text!)
    await wait(10)
  }
  expect(await Promise.all(ends)).toEqual([
    [0, null],
    [0, null],
  ])
  const { dump: after } = await update(root)
  expect((await update(root, true)).dump).toEqual(after)
}, 30_000)
