import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepFolder, placeAt } from '../../../src/workspace/place.ts'
import { leftovers, status, textOf, unsound } from '../../helpers/act.ts'
import { inLanes } from '../../helpers/lanes.ts'
import { runWriter, startWriter } from '../../helpers/spawn-writer.ts'
import { git, gitEnv, workspace } from '../../helpers/workspace.ts'
import { doJob } from '../../helpers/write-child.ts'

const kills = 200
const record = '---\nname: Acme\nstage: begin\n---\nBody\n'

/** What a commit, or the tree, says: the word of both records, which file of the two is there, whether there is a made one. */
const worded = (text: string) => /^stage: (.*)$/m.exec(text)![1]!

test(`${kills} kills at any moment leave every action whole`, async () => {
  const roots = [0, 1].map(() => workspace({ 'a.md': record, 'b.md': record, 'off.md': 'Here or there.\n', 'mine.md': 'Mine\n' }))
  for (const root of roots) {
    writeFileSync(join(root, 'mine.md'), 'Mine, staged\n')
    git(root, 'add', 'mine.md')
    writeFileSync(join(root, 'mine.md'), 'Mine, staged and changed\n')
  }
  await runWriter({ root: roots[0]!, what: 'swap', onlyRecover: true })
  const delays = fc.sample(fc.integer({ min: 0, max: 200 }), kills)
  const seen = { 'within an action': 0, 'between actions': 0, 'with files half way': 0 }

  await inLanes(2, roots, async (root) => {
    const lane = roots.indexOf(root)
    const journal = keepFolder(placeAt(root, gitEnv), 'journal')
    const there = (path: string) => existsSync(join(root, path))
    const states = () => [worded(textOf(root, 'a.md')), worded(textOf(root, 'b.md'))]
    for (const [n, delay] of delays.entries()) {
      if (n % 2 !== lane) continue
      const writer = startWriter({ root, what: 'swap', word: `kill-${n}`, times: 1_000 })
      await writer.ready
      await wait(20 + delay)
      writer.process.kill('SIGKILL')
      expect((await writer.ended).signal).toBe('SIGKILL')

      const open = existsSync(journal) && readdirSync(journal).some((name) => name.endsWith('.ndjson'))
      seen[open ? 'within an action' : 'between actions'] += 1
      const [a, b] = states()
      if (a !== b || there('on.md') === there('off.md') || there('on.md') !== there('made.md')) seen['with files half way'] += 1

      await doJob({ root, what: 'swap', onlyRecover: true })
      const [one, other] = states()
      expect(one).toBe(other)
      expect([there('off.md'), there('made.md')]).toEqual([!there('on.md'), there('on.md')])
      expect(status(root)).toBe('MM mine.md\n')
      expect(git(root, 'show', ':mine.md')).toBe('Mine, staged\n')
      expect(leftovers(root)).toEqual([])
      expect(unsound(root)).toBe('')
    }
  })
  console.log(`${kills} kills:`, JSON.stringify(seen))
  for (const root of roots) {
    const words = git(root, 'log', '--format=', '--patch', '--unified=0', '--', 'a.md').match(/(?<=^\+stage: ).*$/gm)!
    expect(words.length).toBe(new Set(words).size)
    expect(git(root, 'rev-list', '--count', 'HEAD').trim()).toBe(String(words.length))
  }
  expect(seen['within an action']).toBeGreaterThanOrEqual(kills / 2)
}, 400_000)
