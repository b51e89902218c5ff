import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** An environment in which git knows nothing of whoever runs the tests. */
export const gitEnv: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
}

// Code under test calls git from this very process.
Object.assign(process.env, { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' })

/** Runs git in `root` and returns what it printed. */
export const git = (root: string, ...args: string[]) => execFileSync('git', args, { cwd: root, env: gitEnv, encoding: 'utf8' })

/** An empty folder that is removed after the test. */
export function folder(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'dossier-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 3 }))
  return root
}

/** A real folder under real git, with these files committed by Ada unless `commit` is false; removed after the test. */
export function workspace(files: Record<string, string | Uint8Array>, { commit = true } = {}): string {
  const root = folder()
  git(root, 'init', '--quiet', '--initial-branch=main')
  git(root, 'config', 'user.name', 'Ada')
  git(root, 'config', 'user.email', 'ada@example.test')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  if (!commit || Object.keys(files).length === 0) return root
  git(root, 'add', '--all', '--force')
  git(root, 'commit', '--quiet', '--message=Begin')
  return root
}
