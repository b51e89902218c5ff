import { readdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { placeAt } from '../../../src/workspace/place.ts'
import { readEntries } from '../../../src/workspace/write/journal.ts'
import { commits, leftovers, status, textOf, unsound } from '../../helpers/act.ts'
import { runWriter, startWriter } from '../../helpers/spawn-writer.ts'
import { git, gitEnv, workspace } from '../../helpers/workspace.ts'
import { doJob } from '../../helpers/write-child.ts'

const log = () => workspace({ 'log.md': '---\nname: Log\nstage: 0\n---\n' })
const count = (root: string) => Number(/^stage: (\d+)$/m.exec(textOf(root, 'log.md'))![1])
const linesOf = (root: string, word: string) =>
  textOf(root, 'log.md')
    .split('\n')
    .filter((line) => line.startsWith(`${word}-`))
const numbered = (word: string, times: number) => Array.from({ length: times }, (_, n) => `${word}-${n}`)

function expectSound(root: string) {
  expect(leftovers(root)).toEqual([])
  expect(readdirSync(root).sort()).toEqual(['.git', 'log.md'])
  expect(unsound(root)).toBe('')
}

// Each write counts one up and adds a line of its own: an update that is lost shows in both.
test('two processes write the same file 500 times each, and no update is lost', { timeout: 300_000 }, async () => {
  const root = log()
  const ended = await Promise.all(['a', 'b'].map((word) => runWriter({ root, what: 'line', word, times: 500, manual: true })))
  expect(ended).toMatchObject([
    { code: 0, err: '' },
    { code: 0, err: '' },
  ])
  expect(count(root)).toBe(1_000)
  expect([linesOf(root, 'a'), linesOf(root, 'b')]).toEqual([numbered('a', 500), numbered('b', 500)])
  const entries = readEntries(placeAt(root, gitEnv), 'pending')
  const turns = entries.map(({ changes }) => /^stage: (\d+)$/m.exec(changes[0]!.after!)![1])
  expect(turns).toEqual(Array.from({ length: 1_000 }, (_, n) => String(n + 1)))
  expectSound(root)
})

test('two processes that commit make one line of history, a commit for each write', { timeout: 300_000 }, async () => {
  const root = log()
  const ended = await Promise.all(['a', 'b'].map((word) => runWriter({ root, what: 'line', word, times: 60 })))
  expect(ended).toMatchObject([{ code: 0 }, { code: 0 }])
  expect([count(root), commits(root), git(root, 'rev-list', '--count', '--merges', 'HEAD').trim()]).toEqual([120, 121, '0'])
  const said = git(root, 'log', '--reverse', '--format=', '--patch', '--unified=0').match(/(?<=^\+stage: )\d+$/gm)
  expect(said).toEqual(Array.from({ length: 121 }, (_, n) => String(n)))
  expect(status(root)).toBe('')
  expectSound(root)
})

test('three processes at once, of which one is killed again and again', { timeout: 300_000 }, async () => {
  const root = log()
  const steady = ['a', 'b'].map((word) => runWriter({ root, what: 'line', word, times: 30 }))
  const all = Promise.all(steady)
  const state = { working: true }
  void all.finally(() => (state.working = false))
  let killed = 0
  for (; state.working || killed < 5; killed++) {
    const victim = startWriter({ root, what: 'line', word: `c${killed}`, times: 1_000 })
    await victim.ready
    await wait(50 + ((killed * 67) % 250))
    victim.process.kill('SIGKILL')
    expect((await victim.ended).signal).toBe('SIGKILL')
  }
  expect(await all).toMatchObject([{ code: 0 }, { code: 0 }])
  await doJob({ root, what: 'line', onlyRecover: true })
  const lines = textOf(root, 'log.md').split('\n').slice(4, -1)
  console.log(`three writers: ${lines.length} writes, one of them killed ${killed} times`)
  expect([linesOf(root, 'a'), linesOf(root, 'b')]).toEqual([numbered('a', 30), numbered('b', 30)])
  expect(new Set(lines).size).toBe(lines.length)
  expect([count(root), commits(root)]).toEqual([lines.length, lines.length + 1])
  expect(status(root)).toBe('')
  expectSound(root)
})
