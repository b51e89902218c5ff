import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/workspace/write/journal.ts'
import { act, appending, atHead, commits, leftovers, plan, setting, status, textOf, unsound } from '../../helpers/act.ts'
import { noPermissions, runAsNobody } from '../../helpers/as-nobody.ts'
import { smallDisk } from '../../helpers/small-disk.ts'
import { folder, git, workspace } from '../../helpers/workspace.ts'

const text = '---\nname: Acme\nstage: lead\n---\nBody\n'
const files = { 'a.md': text, 'b.md': text, 'old/gone.md': 'Gone.\n', 'old/there.md': 'There.\n' }
const tree = ['a.md', 'b.md', 'old', 'old/gone.md', 'old/there.md']
const namesIn = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.git') && name !== 'filler')
    .sort()

type Ban = { name: string; what: string; ban: [path: string, mode: number][]; said: RegExp; code: number }

const bans: Ban[] = [
  {
    name: 'a folder that may not be written',
    what: 'set',
    ban: [['.', 0o555]],
    said: /^You have no permission to write here \(.*\); nothing was written\.$/,
    code: 1,
  },
  {
    name: 'a folder from which nothing may be taken, among several',
    what: 'several',
    ban: [['old', 0o555]],
    said: /^You have no permission to write here \(.*old.*\); nothing was written\.$/,
    code: 1,
  },
  {
    name: 'a file that may not be written',
    what: 'set',
    ban: [['a.md', 0o444]],
    said: /^You have no permission to write here \(.*a\.md\); nothing was written\.$/,
    code: 1,
  },
  {
    name: 'a file that may not be read',
    what: 'set',
    ban: [['a.md', 0o000]],
    said: /^a\.md: You have no permission to read this file\. .*chmod/,
    code: 2,
  },
  {
    name: 'a .git that may not be written',
    what: 'set',
    ban: [['.git', 0o555]],
    said: /dossier cannot be written \(.*\); nothing was written\.$/,
    code: 1,
  },
  {
    name: 'a .git that may not be written any more',
    what: 'set',
    ban: [
      ['.git', 0o555],
      ['.git/dossier', 0o755],
    ],
    said: /^You have no permission to write here \(.*\.git\); nothing was written\.$/,
    code: 1,
  },
  {
    name: 'objects that may not be written',
    what: 'several',
    ban: [['.git/objects', 0o555]],
    said: /^You have no permission to write here \(.*objects\); nothing was written\.$/,
    code: 1,
  },
  {
    name: 'a lock that may not be taken',
    what: 'set',
    ban: [
      ['.git/dossier', 0o555],
      ['.git/dossier/lock.db', 0o444],
    ],
    said: /; nothing was written\.$/,
    code: 1,
  },
]

describe('without permission', () => {
  test.for(bans)('$name: one sentence, and nothing changed', ({ what, ban, said, code }, { skip }) => {
    if (noPermissions) skip(noPermissions)
    const root = workspace(files)
    if (ban.some(([path]) => path.startsWith('.git/dossier')))
      expect(runAsNobody({ root, what: 'set', word: 'lead' })).toMatchObject({ status: 0 })
    const before = ban.map(([path]) => statSync(join(root, path)).mode & 0o777)
    for (const [path, mode] of ban.toReversed()) chmodSync(join(root, path), mode)
    const { status: exit, stderr } = runAsNobody({ root, what, word: 'won' })
    for (const [n, [path]] of ban.entries()) chmodSync(join(root, path), before[n]!)
    expect(stderr).toMatch(said)
    expect(exit).toBe(code)
    expect(namesIn(root)).toEqual(tree)
    expect([status(root), commits(root), leftovers(root)]).toEqual(['', 1, []])
    expect(runAsNobody({ root, what, word: 'won' })).toEqual({ status: 0, stderr: '' })
    expect([status(root), commits(root), unsound(root)]).toEqual(['', 2, ''])
  })
})

/** A workspace whose git folder is on another disk. */
function gitOn(disk: string): string {
  const root = folder()
  git(root, 'clone', '--quiet', `--separate-git-dir=${join(disk, 'git')}`, workspace(files), '.')
  git(root, 'config', 'user.name', 'Ada')
  git(root, 'config', 'user.email', 'ada@example.test')
  return root
}

describe('a disk that is full', () => {
  test('under the files: one sentence, and nothing changed', async (context) => {
    const disk = smallDisk()
    if ('reason' in disk) return context.skip(disk.reason)
    const home = workspace(files)
    const root = join(disk.folder, 'tree')
    git(home, 'worktree', 'add', '--quiet', '-b', 'full', root)
    disk.fill()
    const long = 'A long line.\n'.repeat(1_000)
    const failed = await act(root, appending('a.md', long)).catch((error: unknown) => error)
    expect(failed).toMatchObject({ message: expect.stringMatching(/^The disk is full.*; nothing was written\.$/), exitCode: 1 })
    const edits = [{ do: 'create' as const, path: 'new/made.md', text: long }]
    await expect(act(root, (place) => plan(...setting('b.md', 'stage', 'won')(place).edits, ...edits))).rejects.toThrow(
      'The disk is full',
    )
    expect(namesIn(root)).toEqual(tree)
    disk.free()
    expect([status(root), commits(root), leftovers(root), leftovers(home)]).toEqual(['', 1, [], []])
    expect((await act(root, appending('a.md', long))).commit).toBeTruthy()
  })

  test('under git: one sentence, and nothing changed', async (context) => {
    const disk = smallDisk()
    if ('reason' in disk) return context.skip(disk.reason)
    const root = gitOn(disk.folder)
    await act(root, setting('b.md', 'stage', 'won'))
    disk.fill()
    const failed = await act(root, appending('a.md', 'A long line.\n'.repeat(1_000))).catch((error: unknown) => error)
    expect(failed).toMatchObject({
      message: expect.stringMatching(/^(The disk is full.*|.* cannot be written \(.*\)); nothing was written\.$/),
    })
    expect(namesIn(root)).toEqual(tree)
    disk.free()
    expect([status(root), commits(root)]).toEqual(['', 2])
    expect((await act(root, setting('a.md', 'stage', 'won'))).commit).toBeTruthy()
  })

  test.for(['filed', 'hashed', 'noted'] satisfies Step[])(
    'under git at %s: the files are saved, the next action commits them',
    async (moment, { skip }) => {
      const disk = smallDisk()
      if ('reason' in disk) return skip(disk.reason)
      const root = gitOn(disk.folder)
      const at = (step: Step) => step === moment && !existsSync(join(disk.folder, 'filler')) && disk.fill()
      const { commit, pending } = await act(root, setting('a.md', 'stage', 'won'), { at })
      expect([commit, pending?.[0]?.reason]).toEqual([null, expect.stringMatching(/full|space|git says/i)])
      expect(textOf(root, 'a.md')).toContain('won')
      disk.free()
      await act(root, appending('b.md', 'More.'))
      expect([atHead(root, 'a.md'), commits(root), status(root), unsound(root)]).toEqual([text.replace('lead', 'won'), 3, '', ''])
    },
  )

  test('or read-only: one sentence, and nothing changed', async (context) => {
    const disk = smallDisk()
    if ('reason' in disk) return context.skip(disk.reason)
    const home = workspace(files)
    const root = join(disk.folder, 'tree')
    git(home, 'worktree', 'add', '--quiet', '-b', 'full', root)
    disk.readOnly()
    await expect(act(root, setting('a.md', 'stage', 'won'))).rejects.toThrow(/^The disk is read-only.*; nothing was written\.$/)
    expect([status(root), commits(root), leftovers(home)]).toEqual(['', 1, []])
  })
})

test('a name that is too long for the disk is told before anything is written', async () => {
  const root = workspace(files)
  const path = `${'n'.repeat(300)}.md`
  await expect(act(root, () => plan({ do: 'create', path, text }))).rejects.toThrow(/name is too long for the disk/)
  expect([status(root), leftovers(root)]).toEqual(['', []])
})
