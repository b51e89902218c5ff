import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepFolder, placeAt } from '../../src/workspace/place.ts'
import { leftovers, status, unsound } from '../helpers/act.ts'
import { exported, importing, started, tree } from '../helpers/imports.ts'
import { git, gitEnv } from '../helpers/workspace.ts'
import { doJob } from '../helpers/write-child.ts'

const rows = 2_000
const kills = 8
const program = join(import.meta.dirname, '../../bin/dev.js')

test(`${kills} kills of an import of ${rows} rows, at any moment, leave all of it or nothing`, async () => {
  const lines = (count: number, row: (n: number) => string) => Array.from({ length: count }, (_, n) => row(n)).join('\n')
  const file = exported({
    'accounts.csv': `Account ID,Account Name\n${lines(100, (n) => `A${n},Company ${n}`)}\n`,
    'deals.csv': `Opportunity ID,Opportunity Name,Account ID,Amount,Stage\n${lines(rows - 100, (n) => `D${n},Deal ${n},A${n % 100},${n}.25,Won`)}\n`,
  })
  const files = [file('accounts.csv'), file('deals.csv')]
  const whole = started()
  await importing(whole, files)
  const all = tree(whole)

  const root = started()
  const nothing = tree(root)
  const begin = git(root, 'rev-parse', 'HEAD').trim()
  const journal = keepFolder(placeAt(root, gitEnv), 'journal')
  const isWriting = () => existsSync(journal) && readdirSync(journal).some((name) => name.endsWith('.ndjson'))
  const seen = { nothing: 0, all: 0, 'half way when killed': 0 }

  for (const [n, delay] of fc.sample(fc.integer({ min: 0, max: 400 }), kills).entries()) {
    const child = spawn(process.execPath, [program, 'import', 'csv', ...files, '--apply', '--cwd', root], {
      env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T12:00:00Z' },
      stdio: 'ignore',
    })
    const ended = once(child, 'exit')
    // Every fourth is killed before it writes, the others once it began to.
    const waits = n % 4 > 0 ? 10_000 : 0
    for (let turn = 0; turn < waits && child.exitCode === null && !isWriting(); turn++) await wait(2)
    await wait(delay)
    child.kill('SIGKILL')
    await ended

    if (isWriting()) seen['half way when killed'] += 1
    await doJob({ root, what: 'swap', onlyRecover: true })
    const now = tree(root)
    const isAll = Object.keys(now).length > Object.keys(nothing).length
    seen[isAll ? 'all' : 'nothing'] += 1
    expect(now).toEqual(isAll ? all : nothing)
    expect(git(root, 'rev-list', '--count', 'HEAD').trim()).toBe(isAll ? '2' : '1')
    expect(status(root)).toBe('')
    expect(leftovers(root)).toEqual([])
    expect(unsound(root)).toBe('')
    git(root, 'reset', '--quiet', '--hard', begin)
  }
  console.log(`${kills} kills:`, JSON.stringify(seen))
  expect(seen['half way when killed']).toBeGreaterThan(0)
}, 120_000)
