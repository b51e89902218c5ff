import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { watchCheck } from '../../../../src/actions/check-watch.ts'
import { openSession } from '../../../../src/session/open.ts'
import type { Checked } from '../../../../src/workspace/check/check-tree.ts'
import { watchTree } from '../../../../src/workspace/check/source/watch-tree.ts'
import { placeAt } from '../../../../src/workspace/place.ts'
import { gitEnv, workspace } from '../../../helpers/workspace.ts'
import { sound } from '../checked.ts'

const acme = 'customers/acme/customer.md'

test('once at first, once for a burst, and no more when it is ended', async () => {
  const root = workspace(sound)
  const end = new AbortController()
  const calls: string[][] = []
  let isBusy = false
  await watchTree(placeAt(root, gitEnv), {
    signal: end.signal,
    async changed(paths) {
      expect(isBusy).toBe(false)
      isBusy = true
      calls.push(paths)
      if (calls.length === 1) {
        for (let n = 0; n < 50; n++) writeFileSync(join(root, `customers/acme/contacts/c${n}.md`), '---\nname: C\n---\n')
        writeFileSync(join(root, 'customers/acme/contacts/.swap.md'), 'x')
        writeFileSync(join(root, 'notes.md'), 'x')
      }
      // Longer than a burst, so that changes come while it is busy.
      if (calls.length === 1) await wait(600)
      isBusy = false
      const seen = new Set(calls.flat())
      if (seen.size >= 50) end.abort()
    },
  })
  expect(calls[0]).toEqual([])
  expect(calls.length).toBeLessThan(10)
  expect(new Set(calls.flat())).toEqual(new Set(Array.from({ length: 50 }, (_, n) => `customers/acme/contacts/c${n}.md`)))
})

test('what changes while it is busy is looked at afterwards', async () => {
  const root = workspace(sound)
  const end = new AbortController()
  const told: Checked[] = []
  await watchCheck(
    () => openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T09:00:00Z' } }),
    {},
    {
      signal: end.signal,
      told(checked) {
        told.push(checked)
        if (told.length === 1) writeFileSync(join(root, 'workspace-setup/people/zoe.yaml'), 'name: Zoe\n')
        if (told.length === 2) writeFileSync(join(root, acme), '---\nname: Acme\nowner: zoe\nowner_of: x\nstage: nowhere\n---\n')
        if (told.at(-1)!.problems.length > 0) end.abort()
      },
    },
  )
  expect(told[0]!.problems).toEqual([])
  expect(told.at(-1)!.problems.map(({ code }) => code)).toEqual(['customer-stage-unknown'])
})

test('what goes wrong in a look ends the watching', async () => {
  const root = workspace(sound)
  const watching = watchTree(placeAt(root, gitEnv), {
    signal: new AbortController().signal,
    changed: () => Promise.reject(new Error('no more')),
  })
  await expect(watching).rejects.toThrow('no more')
})

test('one that was ended before it began', async () => {
  const changed = () => Promise.reject(new Error('never'))
  await watchTree(placeAt(workspace(sound), gitEnv), { signal: AbortSignal.abort(), changed })
})
