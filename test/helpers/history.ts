import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { git, gitEnv, workspace } from './workspace.ts'

/** Runs git in `root` at an hour of its own, as whoever is named. */
export const gitAt = (root: string, date: string, args: string[], author = 'Ada') =>
  execFileSync('git', args, {
    cwd: root,
    env: {
      ...gitEnv,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
      GIT_AUTHOR_NAME: author,
      GIT_AUTHOR_EMAIL: `${author.toLowerCase()}@example.test`,
    },
    encoding: 'utf8',
  })

/** Writes files (null takes one away) and commits all that is there, at an hour; answers the commit's id. */
export function commitAt(
  root: string,
  date: string,
  files: Record<string, string | null> = {},
  message = 'Edit',
  author = 'Ada',
): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    if (text === null) rmSync(join(root, path), { recursive: true })
    else writeFileSync(join(root, path), text)
  }
  git(root, 'add', '--all')
  gitAt(root, date, ['commit', '--quiet', '--allow-empty', `--message=${message}`], author)
  return head(root)
}

export const head = (root: string) => git(root, 'rev-parse', 'HEAD').trim()

/** A workspace whose first commit was made at an hour. */
export function beganAt(date: string, files: Record<string, string> = {}, timezone = 'UTC'): string {
  const root = workspace({}, { commit: false })
  commitAt(
    root,
    date,
    {
      'workspace-setup/workspace.yaml': `name: Ours\ntimezone: ${timezone}\n`,
      'workspace-setup/people/ada.yaml': 'name: Ada Byron\nemails: [ada@example.test]\n',
      ...files,
    },
    'Begin',
  )
  return root
}
