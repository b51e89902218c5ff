import { spawnSync } from 'node:child_process'
import { lchownSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gitEnv } from './workspace.ts'
import type { Job } from './write-child.ts'

const nobody = 65_534
const isRoot = process.getuid?.() === 0

/** Why permissions cannot be tried here; undefined when they can. */
export const noPermissions = process.platform === 'win32' ? 'Windows has other permissions' : undefined

function give(folder: string, owner: number): void {
  if (!isRoot) return
  for (const name of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
    lchownSync(join(folder, name), owner, owner)
}

/** Runs a writer as a user who is not root: as nobody, to whom the workspace is lent, when the tests are root's. */
export function runAsNobody(job: Job) {
  give(job.root, nobody)
  const who = isRoot ? { uid: nobody, gid: nobody } : {}
  const child = join(import.meta.dirname, 'write-child.ts')
  const env = { ...gitEnv, HOME: job.root }
  const { status, stderr } = spawnSync(process.execPath, [child, JSON.stringify(job)], {
    ...who,
    env,
    encoding: 'utf8',
    cwd: job.root,
  })
  give(job.root, 0)
  return { status, stderr }
}
