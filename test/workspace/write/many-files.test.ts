import { cpSync, existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepFolder, placeAt } from '../../../src/workspace/place.ts'
import { textAt } from '../../../src/workspace/write/hold.ts'
import { type Step, steps } from '../../../src/workspace/write/journal.ts'
import { act, appending, atHead, commits, leftovers, plan, status, textOf, unsound } from '../../helpers/act.ts'
import { inLanes } from '../../helpers/lanes.ts'
import { smallDisk } from '../../helpers/small-disk.ts'
import { runWriter, startWriter } from '../../helpers/spawn-writer.ts'
import { folder, git, gitEnv, workspace } from '../../helpers/workspace.ts'
import { doJob, manyFiles } from '../../helpers/write-child.ts'

const files = { 'a.md': 'A\n', 'customers/c0/deals/old.md': 'Old\n' }
const mine = ' M a.md\n'

const edits = (texts: Record<string, string>) =>
  Object.entries(texts).map(([path, text]) => ({ do: 'create' as const, path, text }))
const make = (root: string, texts: Record<string, string>, over: Parameters<typeof act>[2] = {}) =>
  act(root, () => plan(...edits(texts)), over)

/** How many files of an import stand in the tree, each with its text. */
const standing = (root: string, texts: Record<string, string>) =>
  Object.entries(texts).filter(([path, text]) => textAt(join(root, path)) === text).length
const present = (root: string, texts: Record<string, string>) =>
  Object.keys(texts).filter((path) => existsSync(join(root, path))).length

/** Loose objects and packs of a repository. */
function objectsOf(root: string) {
  const said = git(root, 'count-objects', '-v')
  const number = (name: string) => Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(said)![1])
  return { loose: number('count'), packs: number('packs'), packed: number('in-pack') }
}

function expectWhole(root: string, texts: Record<string, string>, before: number, where: string): boolean {
  const all = Object.keys(texts).length
  const found = standing(root, texts)
  expect([0, all], where).toContain(found)
  expect(present(root, texts), where).toBe(found)
  expect(commits(root), where).toBe(found === all ? before + 1 : before)
  if (found === all) expect(git(root, 'show', '--format=', '--name-only', 'HEAD').trim().split('\n').length, where).toBe(all)
  expect([status(root), leftovers(root), unsound(root)], where).toEqual([mine, [], ''])
  return found === all
}

test('an import killed at any step is made whole or has not begun', async () => {
  const first = workspace(files)
  writeFileSync(join(first, 'a.md'), 'A, changed\n')
  const copyOf = () => {
    const copy = folder()
    cpSync(first, copy, { recursive: true })
    return copy
  }
  const passed = await doJob({ root: copyOf(), what: 'many' })
  // Of a step that is passed for every file: the first time, one in the middle, the last.
  const kills = [...new Set(passed)].flatMap((step) => {
    const turns = passed.flatMap((one, turn) => (one === step ? [turn] : []))
    return [...new Set([turns[0]!, turns[Math.floor(turns.length / 2)]!, turns.at(-1)!])]
  })
  expect([...new Set(passed)]).toEqual(steps.filter((step) => step !== 'linked' && step !== 'compared'))
  const texts = manyFiles('won')
  await inLanes(2, kills, async (kill) => {
    const root = copyOf()
    const where = `killed at ${passed[kill]} (${kill})`
    expect(await runWriter({ root, what: 'many', kill }), where).toMatchObject({ signal: 'SIGKILL' })
    expect(standing(root, texts), where).toBe(present(root, texts))
    await doJob({ root, what: 'many', onlyRecover: true })
    expect(expectWhole(root, texts, 1, where), where).toBe(true)
  })
}, 60_000)

test('imports killed at any moment are made whole or have not begun', async () => {
  const roots = [workspace(files), workspace(files)]
  for (const root of roots) writeFileSync(join(root, 'a.md'), 'A, changed\n')
  const seen = { whole: 0, 'not begun': 0, 'with files half way': 0 }
  const delays = fc.sample(fc.integer({ min: 0, max: 200 }), 10)
  await inLanes(2, roots, async (root) => {
    for (const [n, delay] of delays.entries()) {
      if (n % 2 !== roots.indexOf(root)) continue
      const texts = manyFiles(`kill-${n}`)
      const before = commits(root)
      const writer = startWriter({ root, what: 'many', word: `kill-${n}` })
      await writer.ready
      await wait(delay)
      writer.process.kill('SIGKILL')
      await writer.ended
      const count = standing(root, texts)
      expect(present(root, texts)).toBe(count)
      if (count > 0 && count < Object.keys(texts).length) seen['with files half way'] += 1
      await doJob({ root, what: 'many', onlyRecover: true })
      seen[expectWhole(root, texts, before, `after ${delay} ms`) ? 'whole' : 'not begun'] += 1
    }
  })
  console.log(`${delays.length} imports killed:`, JSON.stringify(seen))
  expect(seen.whole + seen['not begun']).toBe(delays.length)
}, 60_000)

test('thousands of new files become one pack, a few stay objects of their own', async () => {
  const root = workspace(files)
  const texts = manyFiles('deal', 2_000, 50)
  const was = objectsOf(root)
  const { commit, paths } = await make(root, texts)
  expect(paths).toEqual(Object.keys(texts))
  expect(commit).toBe(git(root, 'rev-parse', 'HEAD').trim())
  const now = objectsOf(root)
  expect([now.packs, now.packed]).toEqual([1, 2_000])
  expect(now.loose - was.loose).toBeLessThan(150)
  expect([standing(root, texts), status(root), leftovers(root), unsound(root)]).toEqual([2_000, '', [], ''])
  expect(atHead(root, 'customers/c7/deals/deal-57.md')).toBe(texts['customers/c7/deals/deal-57.md'])
  await make(root, manyFiles('few', 100))
  expect(objectsOf(root).packs).toBe(1)
})

test.for(['sha1', 'sha256'])('many files are the first commit of a repository of %s', async (format) => {
  const root = folder()
  git(root, 'init', '--quiet', '--initial-branch=main', `--object-format=${format}`)
  git(root, 'config', 'user.name', 'Ada')
  git(root, 'config', 'user.email', 'ada@example.test')
  const [texts, more] = [manyFiles('first'), manyFiles('second')]
  await make(root, texts)
  await make(root, more)
  expect([commits(root), status(root), unsound(root), objectsOf(root).packs]).toEqual([2, '', '', 2])
  for (const [path, text] of Object.entries({ ...texts, ...more })) expect(textOf(root, path)).toBe(text)
  expect(git(root, 'rev-parse', 'HEAD').trim()).toHaveLength(format === 'sha256' ? 64 : 40)
})

const texts = manyFiles('new')
const [some] = Object.keys(texts).slice(60)

test.for<[name: string, moment: Step]>([
  ['before the first is in its place', 'staged'],
  ['while they are put there', 'renamed'],
])('a file that another program makes %s stays, and all others are taken back', async ([, moment]) => {
  const root = workspace(files)
  const at = (step: Step) => step === moment && writeFileSync(join(root, some!), 'Theirs\n')
  await expect(make(root, texts, { at })).rejects.toThrow(`Another program made ${some} at the same moment.`)
  expect([present(root, texts), textOf(root, some!), commits(root)]).toEqual([1, 'Theirs\n', 1])
  expect([status(root), leftovers(root)]).toEqual([`?? ${some}\n`, []])
})

test('new files follow the links of their folders, never out of the workspace', async () => {
  const [root, outside] = [workspace(files), folder()]
  symlinkSync(join(root, 'customers/c0'), join(root, 'customers/link'))
  symlinkSync(outside, join(root, 'customers/out'))
  const made = await make(root, { 'customers/link/deals/x.md': 'X\n', 'customers/link/deals/y.md': 'Y\n' })
  expect(made.paths).toEqual(['customers/c0/deals/x.md', 'customers/c0/deals/y.md'])
  const refused: [path: string, said: RegExp][] = [
    ['customers/out/x.md', /out of the workspace; nothing was written/],
    ['../x.md', /out of the workspace; nothing was written/],
    ['.git/x.md', /out of the workspace; nothing was written/],
    ['customers/.git', /out of the workspace; nothing was written/],
    ['a.md/x.md', /A file stands where a folder should be/],
    ['a.md', /a\.md is there already; nothing was written/],
    ['customers/c0', /is there already/],
  ]
  for (const [path, said] of refused) await expect(make(root, { 'b.md': 'B\n', [path]: 'X\n' }), path).rejects.toThrow(said)
  expect([existsSync(join(root, 'b.md')), readdirSync(outside), commits(root)]).toEqual([false, [], 2])
})

test('a disk that fills up under the new files: one sentence, and nothing changed', async (context) => {
  const disk = smallDisk()
  if ('reason' in disk) return context.skip(disk.reason)
  const home = workspace(files)
  const root = join(disk.folder, 'tree')
  git(home, 'worktree', 'add', '--quiet', '-b', 'full', root)
  const long = Object.fromEntries(Object.keys(texts).map((path) => [path, 'A long line.\n'.repeat(5_000)]))
  await expect(make(root, long)).rejects.toThrow(/^The disk is full.*; nothing was written\.$/)
  expect([present(root, long), status(root), commits(root), leftovers(root), leftovers(home)]).toEqual([0, '', 1, [], []])
  expect((await make(root, texts)).commit).toBeTruthy()
})

test('a disk that fills up under git: the new files are saved, the next action commits them', async (context) => {
  const disk = smallDisk()
  if ('reason' in disk) return context.skip(disk.reason)
  const root = folder()
  git(root, 'clone', '--quiet', `--separate-git-dir=${join(disk.folder, 'git')}`, workspace(files), '.')
  git(root, 'config', 'user.name', 'Ada')
  git(root, 'config', 'user.email', 'ada@example.test')
  const at = (step: Step) => step === 'filed' && disk.fill()
  const { commit, pending } = await make(root, texts, { at })
  expect([commit, pending?.[0]?.reason]).toEqual([null, expect.stringMatching(/full|space|git says/i)])
  expect(readdirSync(keepFolder(placeAt(root, gitEnv), 'pending'))).toHaveLength(1)
  disk.free()
  await act(root, appending('a.md', 'More.'))
  expect([standing(root, texts), commits(root), status(root), unsound(root)]).toEqual([120, 3, '', ''])
  rmSync(root, { recursive: true })
})
