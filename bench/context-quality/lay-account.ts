import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { dirname, join } from 'node:path'
import type { Account } from './generate-account.ts'

/** Writes an account as a workspace under git, in place of what was there; tiers are the shipped ones. */
export function layAccount({ files }: Account, root: string): void {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  const shipped = join(import.meta.dirname, '..', '..', 'customers', 'workflows')
  cpSync(shipped, join(root, 'customers', 'workflows'), { recursive: true })
  for (const [path, text] of [['.gitattributes', '* -text\n'], ['.gitignore', '.dossier/\n'], ...files] as const) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const when = '2026-11-20T00:00:00Z'
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: when,
    GIT_COMMITTER_DATE: when,
  }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, env, stdio: 'ignore' })
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Ada')
  git('config', 'user.email', 'ada@example.test')
  git('add', '--all')
  git('commit', '--quiet', '--message=Begin')
}
