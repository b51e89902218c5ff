import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder, gitEnv, workspace } from '../helpers/workspace.ts'
import { sound } from '../workspace/check/checked.ts'

// From the source, so that it tells of the code as it is and not as it was built.
const program = join(import.meta.dirname, '../../bin/dev.js')
const env = { ...gitEnv, NO_COLOR: '1', DOSSIER_NOW: '2026-11-20T09:00:00Z' }
const acme = 'customers/acme/customer.md'
const stray = { 'customers/acme/notes.md': 'x' }

const check = (root: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check', ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('a warning is a failure when one is strict', { timeout: 60_000 }, () => {
  const root = workspace({ ...sound, ...stray })
  expect(check(root).status).toBe(0)
  expect(check(root, '--strict')).toMatchObject({ status: 1, stdout: expect.stringMatching(/1 warning\n$/) as string })
  expect(check(workspace(sound), '--strict').status).toBe(0)
})

test('--format json is what --json is', { timeout: 60_000 }, () => {
  const root = workspace({ ...sound, [acme]: '---\nname: Acme\nowner: zoe\n---\n' })
  const told = check(root, '--json')
  expect(check(root, '--format', 'json')).toEqual(told)
  expect(told.status).toBe(1)
  expect(JSON.parse(told.stdout)).toMatchObject({ files: 9, problems: [{ code: 'reference-missing' }] })
})

test('what cannot be asked is refused in a sentence', { timeout: 60_000 }, () => {
  const root = workspace(sound)
  for (const [args, said] of [
    [['--changed-since', 'nope'], /There is no commit "nope" in this clone\./],
    [['--staged', '--changed-since', 'HEAD'], /two questions/],
    [['--watch', '--staged'], /--watch looks at the files as they stand/],
    [['--watch', '--json'], /--watch never ends/],
    [['--watch', '--cwd', folder()], /There is no workspace/],
  ] as const) {
    const { status, stdout, stderr } = check(root, ...args)
    expect([args, status]).toEqual([args, 2])
    expect(stdout + stderr).toMatch(said)
  }
})

test('--watch checks again, and ctrl-C ends it well', { timeout: 60_000 }, async ({ skip }) => {
  if (process.platform === 'win32') skip('Windows has no such signals')
  const root = workspace(sound)
  const child = spawn(process.execPath, [program, 'check', '--watch'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const told = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (told.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (told.err += chunk.toString()))
  await until(child, () => told.out.endsWith('nothing wrong\n'))
  writeFileSync(join(root, acme), '---\nname: Acme\nowner: zoe\n---\n')
  await until(child, () => told.out.endsWith('1 error\n'))
  expect(told.err).toBe(`--- changed: ${acme}\n`)
  child.kill('SIGINT')
  expect(await new Promise((end) => child.on('close', end))).toBe(0)
})

async function until(child: ChildProcess, holds: () => boolean): Promise<void> {
  while (!holds() && child.exitCode === null) await new Promise((soon) => setTimeout(soon, 20))
  expect(holds()).toBe(true)
}
