import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exclusively } from '../../../src/workspace/lock.ts'
import { keepFolder, placeAt } from '../../../src/workspace/place.ts'
import { hasUnfinished, type Step, steps } from '../../../src/workspace/write/journal.ts'
import { recover, recoverIfIdle } from '../../../src/workspace/write/recover.ts'
import { act, appending, atHead, commits, leftovers, setting, status, textOf } from '../../helpers/act.ts'
import { runWriter } from '../../helpers/spawn-writer.ts'
import { git, gitEnv, workspace } from '../../helpers/workspace.ts'

const text = '---\nname: Acme\nstage: lead\n---\nBody\n'
const won = text.replace('lead', 'won')

/** A workspace whose last command was killed at a step; answers with its place as well. */
async function killedAt(step: Step) {
  const root = workspace({ 'a.md': text, 'b.md': text })
  // Of one file, every step is passed once, in this order.
  const kill = steps.indexOf(step)
  const died = await runWriter({ root, what: 'set', kill })
  expect(died.signal).toBe('SIGKILL')
  return { root, place: placeAt(root, gitEnv) }
}

test('what a crash left half-written in the journal is swept away', async () => {
  const { root, place } = await killedAt('journaled')
  const journal = keepFolder(place, 'journal')
  writeFileSync(join(journal, '000009-x.ndjson.new'), '{"id": "0000')
  mkdirSync(join(journal, '000008-y/attempt-z'), { recursive: true })
  expect(await exclusively(place, () => recover(place))).toEqual(['set won'])
  expect([readdirSync(journal), hasUnfinished(place), textOf(root, 'a.md')]).toEqual([[], false, won])
})

test('a command that only reads finishes what is unfinished, unless another is at work on it', async () => {
  const { root, place } = await killedAt('renamed')
  expect(await exclusively(place, () => recoverIfIdle(place))).toEqual([])
  expect(commits(root)).toBe(1)
  expect(await recoverIfIdle(place)).toEqual(['set won'])
  expect([commits(root), status(root), await recoverIfIdle(place)]).toEqual([2, '', []])
})

test('a git that outlived the killed command may still move the branch', async () => {
  const { root, place } = await killedAt('locked')
  const noted = join(keepFolder(place, 'journal'), readdirSync(keepFolder(place, 'journal'))[0]!, 'commit')
  expect(existsSync(noted)).toBe(true)
  const at = (step: Step) => {
    if (step === 'locked') git(root, 'update-ref', 'refs/heads/main', lastMade(root))
  }
  await exclusively(place, () => recover(place, at))
  expect([commits(root), status(root), atHead(root, 'a.md'), leftovers(root)]).toEqual([2, '', won, []])
})

/** The commit that no branch holds. */
const lastMade = (root: string) => /dangling commit (\w+)/.exec(git(root, 'fsck', '--no-progress'))![1]!

const between: [name: string, by: (root: string) => unknown, file: string, head: string, count: number][] = [
  ['other lines', (root) => writeFileSync(join(root, 'a.md'), text.replace('Body', 'Mine')), won.replace('Body', 'Mine'), won, 2],
  [
    'the same line',
    (root) => writeFileSync(join(root, 'a.md'), text.replace('lead', 'mine')),
    text.replace('lead', 'mine'),
    won,
    2,
  ],
  [
    'another file, and committed',
    (root) => (writeFileSync(join(root, 'b.md'), 'Mine\n'), git(root, 'commit', '--quiet', '-am', 'Mine')),
    won,
    won,
    3,
  ],
]
test.each(between)(
  'what the user did to %s between the crash and the next start is kept',
  async (_, byHand, file, head, count) => {
    const { root, place } = await killedAt('staged')
    byHand(root)
    await exclusively(place, () => recover(place))
    expect([textOf(root, 'a.md'), atHead(root, 'a.md'), commits(root)]).toEqual([file, head, count])
    expect(leftovers(root)).toEqual([])
    expect((await act(root, appending('b.md', 'More.'))).pending).toBeUndefined()
  },
)

test('a commit that was made before the crash is not made again over what the user committed since', async () => {
  const { root, place } = await killedAt('unlocked')
  writeFileSync(join(root, 'a.md'), text.replace('lead', 'mine'))
  git(root, 'commit', '--quiet', '-am', 'Mine')
  await exclusively(place, () => recover(place))
  expect((await act(root, appending('b.md', 'More.'))).pending).toBeUndefined()
  expect([commits(root), status(root), atHead(root, 'a.md')]).toEqual([4, '', text.replace('lead', 'mine')])
})

test('in a workspace of manual commits nothing is committed by a recovery', async () => {
  const root = workspace({ 'a.md': text })
  expect((await runWriter({ root, what: 'set', manual: true, kill: 3 })).signal).toBe('SIGKILL')
  await act(root, setting('a.md', 'name', 'Acme Inc'), { manual: true })
  expect([commits(root), textOf(root, 'a.md')]).toEqual([1, won.replace('Acme', 'Acme Inc')])
})
