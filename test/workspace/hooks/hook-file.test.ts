import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { ask } from '../../../src/actions/ask.ts'
import hooksInstall from '../../../src/actions/hooks-install.ts'
import hooksUninstall from '../../../src/actions/hooks-uninstall.ts'
import { openSession } from '../../../src/session/open.ts'
import { folder, git, gitEnv, workspace } from '../../helpers/workspace.ts'
import { sound } from '../check/checked.ts'

const acme = 'customers/acme/customer.md'
const session = (root: string) => openSession({ cwd: root, env: gitEnv })
const install = (root: string) => ask(hooksInstall, {}, session(root))
const uninstall = (root: string) => ask(hooksUninstall, {}, session(root))
const noShell = process.platform === 'win32' && 'a hook is tried with sh'

test('it is written once, may be run, and goes again', async () => {
  const root = workspace(sound)
  const path = join(root, '.git/hooks/pre-commit')
  expect(await install(root)).toEqual({ path, installed: true })
  expect(statSync(path).mode & 0o100).toBe(0o100)
  expect(await install(root)).toEqual({ path, installed: false })
  expect(await uninstall(root)).toEqual({ path, uninstalled: true })
  expect(existsSync(path)).toBe(false)
  expect(await uninstall(root)).toEqual({ path, uninstalled: false })
})

test('where core.hooksPath says, as long as that is of this repository', async () => {
  const root = workspace(sound)
  git(root, 'config', 'core.hooksPath', 'tools/hooks')
  expect((await install(root)).path).toBe(join(root, 'tools/hooks/pre-commit'))
  git(root, 'config', 'core.hooksPath', folder())
  await expect(install(root)).rejects.toThrow(/which other repositories use as well/)
})

test('a hook of somebody else is left as it is, and the line to add is said', async () => {
  const root = workspace(sound)
  const path = join(root, '.git/hooks/pre-commit')
  mkdirSync(join(root, '.git/hooks'), { recursive: true })
  writeFileSync(path, '#!/bin/sh\nnpm test\n')
  await expect(install(root)).rejects.toMatchObject({
    exitCode: 2,
    suggestions: [expect.stringMatching(/add this line to it: .*dossier check --staged/)],
  })
  expect(readFileSync(path, 'utf8')).toBe('#!/bin/sh\nnpm test\n')
  expect((await uninstall(root)).uninstalled).toBe(false)
})

test('git commits what is sound, and not what is not', async ({ skip }) => {
  if (noShell) skip(noShell)
  const root = workspace(sound)
  await install(root)
  const bin = folder()
  const program = join(import.meta.dirname, '../../../bin/dev.js')
  writeFileSync(join(bin, 'dossier'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`)
  chmodSync(join(bin, 'dossier'), 0o755)
  const env = { ...gitEnv, PATH: `${bin}${delimiter}${gitEnv['PATH']}`, DOSSIER_NOW: '2026-11-20T09:00:00Z' }
  const commit = (...args: string[]) =>
    execFileSync('git', ['commit', '--quiet', '--message=x', ...args], { cwd: root, env, encoding: 'utf8', stdio: 'pipe' })
  const dossier = (...args: string[]) =>
    execFileSync(join(bin, 'dossier'), args, { cwd: root, env, encoding: 'utf8', stdio: 'pipe' })

  writeFileSync(join(root, acme), '---\nname: Acme\nowner: zoe\n---\n')
  expect(() => commit('--all')).toThrow(/there is no person "zoe"/)
  expect(() => commit(acme)).toThrow(/there is no person "zoe"/)
  git(root, 'reset', '--quiet')
  // Our own commit is judged by its own index, which holds none of the user's edits.
  dossier('set', 'acme/jo-park', 'title=CTO')
  expect(git(root, 'log', '-1', '--format=%s', '--name-only').trim().split('\n').at(-1)).toBe(
    'customers/acme/contacts/jo-park.md',
  )
  writeFileSync(join(root, acme), '---\nname: Acme\nowner: ben\n---\n')
  commit('--all')
  expect(git(root, 'status', '--porcelain')).toBe('')
}, 60_000)

test('without the program on the PATH nothing is kept out', async ({ skip }) => {
  if (noShell) skip(noShell)
  const root = workspace(sound)
  await install(root)
  writeFileSync(join(root, acme), '---\nname: Acme\nowner: zoe\n---\n')
  execFileSync('git', ['commit', '--quiet', '--all', '--message=x'], {
    cwd: root,
    env: { ...gitEnv, PATH: '/usr/bin:/bin' },
    stdio: 'pipe',
  })
  expect(git(root, 'status', '--porcelain')).toBe('')
})
