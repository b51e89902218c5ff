import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { folder, git, gitEnv, workspace } from '../helpers/workspace.ts'

const project = join(import.meta.dirname, '..', '..')

/** The built program, as people run it; `FROM_SOURCE=1` runs the source while the build is stale. */
const program = join(project, 'bin', process.env['FROM_SOURCE'] ? 'dev.js' : 'run.js')

export type Told = { status: number | null; stdout: string; stderr: string }

/** Runs the program with nothing on the machine but what the case says. */
export function dossier(cwd: string, args: string[], how: { env?: NodeJS.ProcessEnv; uid?: number } = {}): Told {
  const kept = Object.entries(gitEnv).filter(([name]) => !/^(?:DOSSIER_|NODE_|VITEST|EMAIL$|FORCE_COLOR)/.test(name))
  const env = { ...Object.fromEntries(kept), NO_COLOR: '1', DOSSIER_NOW: '2026-11-20T09:00:00Z', ...how.env }
  const ids = how.uid === undefined ? {} : { uid: how.uid, gid: how.uid }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    input: '',
    ...ids,
  })
  return { status, stdout, stderr }
}

/** A hash of everything in a folder that git or a person would miss: the files, the commit, what is staged. */
export function snapshot(root: string): string {
  const hash = createHash('sha256')
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/^\.git(?:\/|$)/.test(path)) continue
    const stat = lstatSync(join(root, path))
    hash.update(`${path}\0${stat.mode}\0`)
    if (stat.isSymbolicLink()) hash.update(readlinkSync(join(root, path)))
    else if (stat.isFile()) hash.update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

/** The commit and the index, where there is a git. */
export const gitState = (root: string) => {
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, env: gitEnv, encoding: 'utf8' })
  return status === null || status > 0 ? 'no commit' : stdout + git(root, 'ls-files', '--stage')
}

/** A small workspace in order, and what a case puts over it. */
export const small = (files: Record<string, string | Uint8Array> = {}, how: { commit?: boolean } = {}) =>
  workspace(
    {
      'workspace-setup/workspace.yaml': 'name: Ours\n',
      'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\n',
      'customers/workflows/lead-to-close.yaml':
        'about: deal\nstages:\n  - id: lead\n  - id: proposal\n    require: [amount != null, close_date != null]\n',
      'customers/acme/customer.md': '---\nname: Acme\nowner: ada\n---\n',
      'customers/acme/deals/pilot.md': '---\nname: Pilot\nstage: lead\nnext_step: Call\n---\n',
      'customers/globex/customer.md': '---\nname: Globex\n---\n',
      ...files,
    },
    how,
  )

/** An empty folder that is no workspace. */
export const nowhere = () => folder()
