import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Edit } from '../../../src/records/plan.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { openSheet } from '../../../src/workspace/sheet.ts'
import type { Step } from '../../../src/workspace/write/journal.ts'
import { act, atHead, commits, leftovers, plan, setting, textOf, unsound } from '../../helpers/act.ts'
import { git, gitEnv, workspace } from '../../helpers/workspace.ts'

const path = 'customers/acme/customer.md'
const text = '---\nname: Acme\nstage: lead\namount: 10\n---\n# Notes\n\nFirst line.\nSecond line.\nThird line.\n'
const elsewhere = text.replace('First line.', 'First line, by hand.').replace('amount: 10', 'amount: 99')
const sameLine = text.replace('stage: lead', 'stage: lost').replace('Third line.', 'Third line, by hand.')
const withOurs = (theirs: string) => theirs.replace('stage: lead', 'stage: won')

/** How editors save: over the file, in two halves with a pause, or beside it and then in its place. */
const saves: Record<string, (file: string, said: string) => Promise<unknown> | undefined> = {
  'in place': (file, said) => {
    writeFileSync(file, said)
    return undefined
  },
  'in two halves': (file, said) => {
    const handle = openSync(file, 'w')
    const half = Math.floor(said.length / 2)
    writeSync(handle, said.slice(0, half))
    return wait(70).then(() => {
      writeSync(handle, said.slice(half))
      closeSync(handle)
    })
  },
  'emptied, then written': (file, said) => {
    const handle = openSync(file, 'w')
    return wait(70).then(() => {
      writeSync(handle, said)
      closeSync(handle)
    })
  },
  'beside and renamed': (file, said) => {
    writeFileSync(`${file}~`, said)
    renameSync(`${file}~`, file)
    return undefined
  },
}

const moments: Step[] = ['journaled', 'staged', 'linked', 'renamed', 'compared', 'filed', 'written', 'locked', 'indexed']
const table = moments.flatMap((moment) => Object.keys(saves).map((how): [Step, string] => [moment, how]))

/** Sets the stage while an editor saves its text, once, at a moment. Answers with what the command came to. */
async function actWhile(root: string, moment: Step, how: string, said: string, decide = setting(path, 'stage', 'won')) {
  let saved: Promise<unknown> | true | undefined
  const at = (step: Step) => {
    if (step === moment) saved ??= saves[how]!(join(root, path), said) ?? true
  }
  const outcome = await act(root, decide, { at }).catch((error: Error) => error)
  expect(saved).toBeDefined()
  await saved
  return outcome
}

describe('an editor that saves while a command writes', () => {
  test.each(table)('at %s, %s, other lines: both are there', async (moment, how) => {
    const root = workspace({ [path]: text })
    const outcome = await actWhile(root, moment, how, elsewhere)
    expect(outcome).not.toBeInstanceOf(Error)
    expect(textOf(root, path)).toBe(withOurs(elsewhere))
    expect(atHead(root, path)).toBe(withOurs(text))
    expect(leftovers(root)).toEqual([])
    expect(unsound(root)).toBe('')
  })

  test.each(table)('at %s, %s, the same line: the editor’s text stays', async (moment, how) => {
    const root = workspace({ [path]: text })
    const outcome = await actWhile(root, moment, how, sameLine)
    expect(textOf(root, path)).toBe(sameLine)
    expect(leftovers(root)).toEqual([])
    if (['journaled', 'staged', 'linked'].includes(moment)) {
      expect(outcome).toMatchObject({
        message: `Another program saved ${path} at the same moment, in the lines this command changes.`,
      })
      const aside = /is in (.*); look/.exec((outcome as unknown as { suggestions: string[] }).suggestions[0]!)![1]!
      expect(readFileSync(aside, 'utf8')).toBe(withOurs(text))
      expect([commits(root), atHead(root, path)]).toEqual([1, text])
    } else {
      // The later save stays: ours is in the commit, and git shows the editor's on top of it.
      expect([commits(root), atHead(root, path)]).toEqual([2, withOurs(text)])
    }
  })
})

const others: [moment: Step, edit: string, edits: (root: string) => Edit[], outcome: 'refused' | 'done'][] = [
  ['staged', 'delete', (root) => [{ do: 'delete', path, from: sha(root) }], 'refused'],
  ['linked', 'delete', (root) => [{ do: 'delete', path, from: sha(root) }], 'refused'],
  ['renamed', 'delete', (root) => [{ do: 'delete', path, from: sha(root) }], 'done'],
  ['staged', 'move', (root) => [{ do: 'move', path, from: sha(root), to: 'moved.md' }], 'refused'],
  ['filed', 'move', (root) => [{ do: 'move', path, from: sha(root), to: 'moved.md' }], 'done'],
]
const sha = (root: string) => openSheet(placeAt(root, gitEnv), path).sha

test.each(others)('an editor that saves at %s of a %s keeps its file', async (moment, _, edits, expected) => {
  const root = workspace({ [path]: text, 'customers/acme/other.md': text })
  const outcome = await actWhile(root, moment, 'beside and renamed', elsewhere, () => plan(...edits(root)))
  expect(outcome instanceof Error ? 'refused' : 'done').toBe(expected)
  expect(textOf(root, path)).toBe(elsewhere)
  if (expected === 'refused') expect([commits(root), existsSync(join(root, 'moved.md'))]).toEqual([1, false])
  expect(leftovers(root)).toEqual([])
})

test('a second file that an editor holds puts the first back, and a late write into the first is heard', async () => {
  const root = workspace({ [path]: text, 'a.md': text })
  const place = placeAt(root, gitEnv)
  const handle = openSync(join(root, 'a.md'), 'r+')
  const decide = () =>
    plan(
      ...['a.md', path].map(
        (file): Edit => ({ do: 'set', path: file, from: openSheet(place, file).sha, field: ['stage'], value: 'won' }),
      ),
    )
  let compared = 0
  const at = (step: Step) => {
    if (step !== 'compared') return
    if (compared++ === 0) writeFileSync(join(root, path), sameLine)
    else writeSync(handle, elsewhere, 0)
  }
  const failed = await act(root, decide, { at }).catch((error: Error) => error)
  closeSync(handle)
  expect(failed).toMatchObject({ message: expect.stringContaining(`saved ${path}`) })
  expect(textOf(root, path)).toBe(sameLine)
  expect(textOf(root, 'a.md').slice(0, elsewhere.length)).toBe(elsewhere)
  expect([commits(root), leftovers(root)]).toEqual([1, []])
})

test('a save made while the commit waits for a hook gets our change as well, and is not in the commit', async () => {
  const root = workspace({ [path]: text })
  writeFileSync(join(root, '.git/hooks/pre-commit'), '#!/bin/sh\nsleep 0.3\n', { mode: 0o755 })
  setTimeout(() => writeFileSync(join(root, path), elsewhere), 200)
  await act(root, setting(path, 'stage', 'won'))
  expect(atHead(root, path)).toBe(withOurs(text))
  expect(textOf(root, path)).toBe(withOurs(elsewhere))
  expect(git(root, 'diff', '--cached')).toBe('')
})
