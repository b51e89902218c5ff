import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TeamFields } from '../../../src/records/kinds/fields.ts'
import { indexFile, openIndex } from '../../../src/workspace/index/open-index.ts'
import { type ReadFile, readDirectly, readIndexed } from '../../../src/workspace/index/read-indexed.ts'
import { type Place, placeAt } from '../../../src/workspace/place.ts'
import { listRecords } from '../../../src/workspace/records.ts'
import { workspace } from '../../helpers/workspace.ts'

const deal = (fields: string, body = '') => `---\nname: Pilot\nstage: discovery\n${fields}---\n${body}`
const path = (n: number) => `customers/acme/deals/deal-${n}.md`

/** What a listing gives of a file, the record's own text and places included. */
const told = (file: ReadFile<'deal'>) => {
  if ('problem' in file) return file.problem
  const { text, sha } = file.sheet()
  return { ...file.read(), sheet: file.read().sheet.text, text, sha }
}

const indexed = (place: Place, paths: string[], team?: TeamFields) => readIndexed(place, { kind: 'deal', paths, team }).map(told)
const direct = (place: Place, paths: string[], team?: TeamFields) =>
  paths.map((one) => told(readDirectly(place, 'deal', one, team)))
const rowOf = (root: string, one: string) =>
  new DatabaseSync(join(root, '.dossier', 'index.db')).prepare('SELECT * FROM files WHERE path = ?').get(one)

/** A place as another run of the program opens it. */
const another = (root: string) => placeAt(root, process.env)

describe('a listing from the index', () => {
  test('is the same as one from the files, problems, stubs and missing files included', () => {
    const root = workspace({
      [path(1)]: deal('amount: 5\n'),
      [path(2)]: deal('amount: lots\n'),
      [path(3)]: '---\nname: [\n---\n',
      [path(4)]: '---\nredirect: ../../globex/deals/pilot.md\n---\n',
      [path(5)]: '\uFEFF---\r\nname: Öl & Gas\r\namount: 1e3\r\n---\r\nText\r\n',
      [path(6)]: 'no front matter\n',
    })
    const paths = [1, 2, 3, 4, 5, 6, 7].map(path)
    const expected = direct(another(root), paths)
    expect(indexed(another(root), paths)).toEqual(expected)
    expect(indexed(another(root), paths)).toEqual(expected)
    expect(rowOf(root, path(1))).toBeDefined()
  })

  test('does not read a file again that has not changed', () => {
    const root = workspace({ [path(1)]: deal('amount: 5\n') })
    indexed(another(root), [path(1)])
    new DatabaseSync(join(root, '.dossier', 'index.db')).exec(`UPDATE parsed SET value = json_set(value, '$.amount', 7)`)
    expect(readIndexed(another(root), { kind: 'deal', paths: [path(1)] })).toMatchObject([{ value: { amount: 7 } }])
  })

  test("reads anew when the team's own fields change what a text says", () => {
    const root = workspace({ [path(1)]: deal('tier: C\n') })
    const team = { deal: { tier: { type: 'choice', values: ['A', 'B'], required: 'never' } } } as unknown as TeamFields
    expect(indexed(another(root), [path(1)])).toEqual(direct(another(root), [path(1)]))
    expect(indexed(another(root), [path(1)], team)).toEqual(direct(another(root), [path(1)], team))
    expect(indexed(another(root), [path(1)], team)).toMatchObject([{ problems: [{ severity: 'error' }] }])
    expect(indexed(another(root), [path(1)])).toMatchObject([{ problems: [] }])
  })

  test('refuses the text of a file that was changed since it was looked at', () => {
    const root = workspace({ [path(1)]: deal('amount: 5\n') })
    indexed(another(root), [path(1)])
    const [file] = readIndexed(another(root), { kind: 'deal', paths: [path(1)] })
    writeFileSync(join(root, path(1)), deal('amount: 6\n'))
    expect(() => ('sheet' in file! ? file.sheet().text : '')).toThrow(/changed by another program/)
  })
})

describe('a change that is hard to see', () => {
  test('of the same size within the same tick is seen', () => {
    const root = workspace({ [path(1)]: deal('amount: 5\n') })
    for (let amount = 1; amount < 9; amount++) {
      writeFileSync(join(root, path(1)), deal(`amount: ${amount}\n`))
      expect(readIndexed(another(root), { kind: 'deal', paths: [path(1)] })).toMatchObject([{ value: { amount } }])
    }
  })

  test('of the same size, put back to the same time, is seen', async () => {
    const root = workspace({ [path(1)]: deal('amount: 5\n') })
    utimesSync(join(root, path(1)), 1_700_000_000, 1_700_000_000)
    const { atime, mtime } = statSync(join(root, path(1)))
    await wait(50)
    indexed(another(root), [path(1)])
    expect(rowOf(root, path(1))).not.toMatchObject({ stat: '' })
    writeFileSync(join(root, path(1)), deal('amount: 6\n'))
    utimesSync(join(root, path(1)), atime, mtime)
    expect(indexed(another(root), [path(1)])).toEqual(direct(another(root), [path(1)]))
  })

  test('of a file from the future, as after a clock that jumped back, is seen', () => {
    const root = workspace({ [path(1)]: deal('amount: 5\n') })
    const future = new Date('2099-01-01')
    for (const amount of [6, 7]) {
      writeFileSync(join(root, path(1)), deal(`amount: ${amount}\n`))
      utimesSync(join(root, path(1)), future, future)
      expect(readIndexed(another(root), { kind: 'deal', paths: [path(1)] })).toMatchObject([{ value: { amount } }])
      expect(rowOf(root, path(1))).toMatchObject({ stat: '' })
    }
  })
})

const texts = fc.constantFrom(
  deal('amount: 5\n'),
  deal('amount: 6\n'),
  deal('amount: x\n'),
  deal('next_step: "Call, then write"\n', 'Notes\n'),
  '---\nname: [\n---\n',
  '',
)
const step = fc.oneof(
  fc.record({ do: fc.constant('write' as const), n: fc.nat(5), text: texts }),
  fc.record({ do: fc.constant('swap' as const), n: fc.nat(5), text: texts }),
  fc.record({ do: fc.constant('remove' as const), n: fc.nat(5) }),
  fc.record({ do: fc.constant('rename' as const), n: fc.nat(5), to: fc.nat(5) }),
  fc.record({ do: fc.constant('date' as const), n: fc.nat(5), at: fc.nat(2_000_000_000) }),
  fc.record({ do: fc.constant('team' as const), n: fc.nat(5) }),
)

test('after every one of 500 random edits by another program the index says what a fresh one does', () => {
  const root = workspace({ [path(0)]: deal('') })
  const place = another(root)
  let team: TeamFields | undefined
  const paths = [0, 1, 2, 3, 4, 5].map(path)
  for (const one of fc.sample(step, { numRuns: 500, seed: 5 })) {
    const file = join(root, path(one.n))
    if (one.do === 'write') writeFileSync(file, one.text)
    if (one.do === 'swap') {
      writeFileSync(`${file}.tmp`, one.text)
      renameSync(`${file}.tmp`, file)
    }
    if (one.do === 'remove') rmSync(file, { force: true })
    if (one.do === 'rename' && existsSync(file)) renameSync(file, join(root, path(one.to)))
    if (one.do === 'date' && existsSync(file)) utimesSync(file, one.at, one.at)
    if (one.do === 'team')
      team = team ? undefined : ({ deal: { amount: { type: 'text', required: 'never' } } } as unknown as TeamFields)
    expect(indexed(place, paths, team)).toEqual(direct(place, paths, team))
  }
}, 60_000)

describe('an index that cannot be used', () => {
  const root = () => workspace({ [path(1)]: deal('amount: 5\n'), [path(2)]: deal('') })
  const paths = [path(1), path(2)]

  test.each([
    ['of another version', (file: string) => new DatabaseSync(file).exec(`UPDATE meta SET value = 'older'`)],
    ['cut short', (file: string) => truncateSync(file, 5000)],
    ['emptied', (file: string) => truncateSync(file, 0)],
    ['that is no database', (file: string) => writeFileSync(file, 'x'.repeat(20_000))],
    ['of something else', (file: string) => (rmSync(file), new DatabaseSync(file).exec('CREATE TABLE other (a)'))],
    ['without a table', (file: string) => new DatabaseSync(file).exec('DROP TABLE parsed')],
    [
      'with pages of nothing',
      (file: string) => writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, 4096), Buffer.alloc(60_000)])),
    ],
    ['that was deleted', (file: string) => rmSync(file)],
  ])('%s: is made anew, and the answer is right', (_, spoil) => {
    const at = root()
    const run = () => {
      const place = another(at)
      const answer = indexed(place, paths)
      openIndex(place)?.close()
      return answer
    }
    run()
    const file = indexFile(another(at))
    spoil(file)
    expect(run()).toEqual(direct(another(at), paths))
    expect(run()).toEqual(direct(another(at), paths))
    expect(openIndex(another(at))?.prepare('SELECT count(*) AS n FROM files').get()).toEqual({ n: 2 })
  })

  test('a folder in its place: the files themselves are read', () => {
    const at = root()
    mkdirSync(join(at, '.dossier', 'index.db'), { recursive: true })
    writeFileSync(join(at, '.dossier', 'index.db', 'x'), '')
    expect(indexed(another(at), paths)).toEqual(direct(another(at), paths))
  })

  test('a file in the place of its folder: the files themselves are read', () => {
    const at = root()
    writeFileSync(join(at, '.dossier'), '')
    expect(indexed(another(at), paths)).toEqual(direct(another(at), paths))
    expect(readFileSync(join(at, '.dossier'), 'utf8')).toBe('')
  })

  test('held by another process that writes: the answer is right, and waits for nobody long', () => {
    const at = root()
    indexed(another(at), [path(1)])
    const other = new DatabaseSync(indexFile(another(at)))
    other.exec('BEGIN IMMEDIATE')
    expect(indexed(another(at), paths)).toEqual(direct(another(at), paths))
    other.exec('ROLLBACK')
    expect(other.prepare('SELECT count(*) AS n FROM files').get()).toEqual({ n: 1 })
  })

  test('being made by another process at this very moment: the answer is right, and its work is not thrown away', () => {
    const at = root()
    mkdirSync(join(at, '.dossier'))
    const other = new DatabaseSync(indexFile(another(at)))
    other.exec('PRAGMA journal_mode = WAL; BEGIN EXCLUSIVE; CREATE TABLE meta (key TEXT)')
    const { ino } = statSync(indexFile(another(at)))
    expect(indexed(another(at), paths)).toEqual(direct(another(at), paths))
    expect(statSync(indexFile(another(at))).ino).toBe(ino)
    other.exec('COMMIT')
  })

  test.skipIf(process.getuid?.() === 0)('a folder nobody may write to (not as root, who may)', () => {
    const at = root()
    chmodSync(at, 0o555)
    expect(indexed(another(at), paths)).toEqual(direct(another(at), paths))
    chmodSync(at, 0o755)
  })
})

test('git never sees the index, also where .gitignore does not name it', () => {
  const root = workspace({ [path(1)]: deal('') })
  indexed(another(root), [path(1)])
  expect(readFileSync(join(root, '.dossier', '.gitignore'), 'utf8')).toBe('*\n')
})

test('a list of more than a few records comes from the index, and is the same as from the files', () => {
  const root = workspace(
    Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [path(n), deal(n % 7 ? `amount: ${n}\n` : 'amuont: 3\n', `Body ${n}\n`)]),
    ),
  )
  const [first, second] = [1, 2].map(() => listRecords(another(root), 'deal', { customer: 'acme' }))
  expect(second!.records.map(({ value, body, text, sha, path: at }) => ({ value, body, text, sha, at }))).toEqual(
    first!.records.map(({ value, body, text, sha, path: at }) => ({ value, body, text, sha, at })),
  )
  expect(second!.problems).toEqual(first!.problems)
  expect(second!.problems.length).toBeGreaterThan(0)
})
