import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { placeAt } from '../../../src/workspace/place.ts'
import { textAt } from '../../../src/workspace/write/hold.ts'
import { hasUnfinished, steps } from '../../../src/workspace/write/journal.ts'
import { act, appending, commits, leftovers, setting, status, unsound } from '../../helpers/act.ts'
import { inLanes } from '../../helpers/lanes.ts'
import { runWriter } from '../../helpers/spawn-writer.ts'
import { folder, git, gitEnv, workspace } from '../../helpers/workspace.ts'
import { doJob, type Job } from '../../helpers/write-child.ts'

const record = '---\nname: Acme\nstage: lead\n---\nBody\n'
const files = { 'a.md': record, 'b.md': record, 'old/gone.md': 'Gone.\n', 'old/there.md': 'There.\n', 'mine.md': 'Mine\n' }
const paths = ['a.md', 'b.md', 'new/made.md', 'old/gone.md', 'old/there.md', 'moved/here.md']

/** How a workspace stands before the action that is interrupted, and how many commits the action and what waits for it make. */
type Case = { name: string; what: string; word: string; commits: number; arrange?: (root: string) => Promise<unknown> }

const cases: Case[] = [
  { name: 'one file', what: 'set', word: 'won', commits: 1 },
  { name: 'a file set, one made, one deleted, one moved', what: 'several', word: 'won', commits: 1 },
  { name: 'an undo of the tip', what: 'back', word: 'lead', commits: -1, arrange: arrangeUndo },
  {
    name: 'an action while two wait to be committed',
    what: 'set',
    word: 'won',
    commits: 3,
    arrange: async (root) => {
      await act(root, setting('b.md', 'stage', 'waits'), { manual: true })
      await act(root, appending('b.md', 'Waits too.'), { manual: true })
    },
  },
]

async function arrangeUndo(root: string) {
  await act(root, setting('a.md', 'stage', 'won'))
  writeFileSync(join(root, '.git/tip'), git(root, 'rev-parse', 'HEAD').trim())
}

/** A workspace in which the user has something staged, unstaged and untracked; they must be as they were after every crash. */
async function arrangeFirst({ arrange }: Case): Promise<string> {
  const root = workspace(files)
  await arrange?.(root)
  writeFileSync(join(root, 'mine.md'), 'Mine, staged\n')
  git(root, 'add', 'mine.md')
  writeFileSync(join(root, 'mine.md'), 'Mine, staged and changed\n')
  writeFileSync(join(root, 'untracked.md'), 'Mine, new\n')
  return root
}

const copyOf = (root: string): string => {
  const copy = folder()
  cpSync(root, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

const mine = 'MM mine.md\n?? untracked.md\n'
const textsIn = (root: string) => Object.fromEntries(paths.map((path) => [path, textAt(join(root, path))]))

const hit = new Set<string>()
const crashes: string[] = []

describe.each(cases)('killed at every step of $name', (it) => {
  test('is finished or undone at the next start, once', { timeout: 180_000 }, async () => {
    const first = await arrangeFirst(it)
    const whole = copyOf(first)
    const before = textsIn(whole)
    const count = commits(whole)
    const job = (root: string): Job => ({ root, what: it.what, word: it.word })
    const passed = await doJob({ ...job(whole) })
    const after = textsIn(whole)
    expect(after).not.toEqual(before)
    expect(commits(whole)).toBe(count + it.commits)

    const crash = async ([kill, step]: [number, string]) => {
      const root = copyOf(first)
      const died = await runWriter({ ...job(root), kill })
      expect(died, `${step} (${kill}) of ${it.name}: ${died.err}`).toMatchObject({ signal: 'SIGKILL' })
      hit.add(step)
      crashes.push(step)
      const [found, where] = [textsIn(root), `killed at ${step} (${kill})`]
      for (const path of paths) expect([before[path], after[path]], `${path}, ${where}`).toContain(found[path])

      // Every second recovery is itself killed, at one of its own steps, and recovered by the next.
      if (kill % 2 === 0) await runWriter({ ...job(root), onlyRecover: true, kill: kill % 7 })
      await doJob({ ...job(root), onlyRecover: true })
      const now = textsIn(root)
      expect([before, after], where).toContainEqual(now)
      const done = JSON.stringify(now) === JSON.stringify(after)
      expect(commits(root), where).toBe(done ? count + it.commits : count)
      expectSound(root, where)

      await doJob({ ...job(root) }).catch((error: unknown) => expect(error).toMatchObject({ exitCode: 2 }))
      expect(textsIn(root), `${where}, done again`).toEqual(after)
      expect(commits(root), `${where}, done again`).toBe(count + it.commits)
      expectSound(root, where)
      rmSync(root, { recursive: true })
    }
    await inLanes(2, [...passed.entries()], crash)
  })
})

function expectSound(root: string, where: string) {
  expect(leftovers(root), where).toEqual([])
  expect(hasUnfinished(placeAt(root, gitEnv)), where).toBe(false)
  expect(status(root), where).toBe(mine)
  expect(git(root, 'show', ':mine.md'), where).toBe('Mine, staged\n')
  expect(unsound(root), where).toBe('')
}

afterAll(() => {
  console.log(`crash points: ${crashes.length} kills at ${hit.size} of ${steps.length} steps: ${[...hit].join(' ')}`)
  expect([...steps].filter((step) => !hit.has(step))).toEqual([])
})
