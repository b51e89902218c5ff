import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, parse } from 'node:path'
import { Failure } from '../../failure.ts'
import { explainDisk } from '../disk-trouble.ts'
import { type GitConfig, needIdentity, readConfig } from '../git/identity.ts'
import { git } from '../git/run.ts'
import { exclusively } from '../lock.ts'
import { type Place, placeAt } from '../place.ts'
import { hasUnfinished } from '../write/journal.ts'
import { recover } from '../write/recover.ts'
import { configOutside, gitOutside } from './git-outside.ts'
import type { Target } from './judge-target.ts'

type Author = { name: string; email: string }

/** Whom git's settings name as the author of commits in a folder, before it is a workspace. */
export const settingsFor = ({ root, env, git: around }: Target): Promise<GitConfig> =>
  around ? readConfig(placeAt(root, env)) : configOutside(parse(root).root, env)

/**
 * Makes the folder and its git where they are missing, then does `work` there under the lock.
 * When that fails, what was made for it goes again. `as` becomes the author for this repository only.
 */
export async function startIn<T>(
  target: Target,
  as: Author | undefined,
  work: (place: Place, author: Author) => Promise<T>,
): Promise<T> {
  if (!as)
    needIdentity(await settingsFor(target), 'or say it for this workspace alone, with --as "Ada Lovelace <ada@example.com>"')
  const hadGit = existsSync(join(target.root, '.git'))
  let made: string | undefined
  try {
    made = mkdirSync(target.root, { recursive: true })
    if (!target.git) await initGit(target)
    const place = placeAt(target.root, target.env)
    if (as) for (const [key, value] of Object.entries(as)) await setConfig(place, `user.${key}`, value)
    return await exclusively(place, async () => {
      await recover(place)
      return work(place, needIdentity(await readConfig(place)))
    })
  } catch (error) {
    takeBack(target, hadGit, made)
    throw explain(error, target.root)
  }
}

/** Removes what was made in vain: the git nobody has used yet, and folders that hold nothing. What has begun to be written stays for the next start. */
function takeBack({ root, git: around, env, others }: Target, hadGit: boolean, made: string | undefined): void {
  if (!existsSync(root)) return
  if (!hadGit && !around && !hasUnfinished(placeAt(root, env))) rmSync(join(root, '.git'), { recursive: true, force: true })
  for (const name of readdirSync(root)) if (name !== '.git' && !others.includes(name)) removeEmpty(join(root, name))
  if (made) removeUpTo(root, dirname(made))
}

async function initGit({ root, env }: Target): Promise<void> {
  const { code, err } = await gitOutside(root, env, ['init', '--quiet', '--initial-branch=main'])
  if (code !== 0)
    throw new Failure(`git init failed in ${root}: ${err.split('\n').at(-1)}`, {
      hint: 'mend that, then run the command again',
      exitCode: 2,
    })
}

async function setConfig(place: Place, key: string, value: string): Promise<void> {
  const { code, err } = await git(place, ['config', '--local', key, value])
  if (code !== 0)
    throw new Failure(`git config ${key} failed: ${err}; nothing was written.`, {
      hint: 'mend that, then run the command again',
      exitCode: 2,
    })
}

/** Whatever keeps a workspace from being made is something about what was asked for. */
function explain(error: unknown, root: string): unknown {
  if (!(error instanceof Failure)) return explainDisk(error, root)
  const { message, suggestions: [hint] = [], path, line } = error
  return new Failure(message, { ...(hint && { hint }), ...(path && { path }), ...(line && { line }), exitCode: 2, cause: error })
}

function removeEmpty(folder: string): void {
  if (!statSync(folder).isDirectory()) return
  for (const name of readdirSync(folder)) removeEmpty(join(folder, name))
  tryRemove(folder)
}

function removeUpTo(folder: string, last: string): void {
  if (folder !== last && tryRemove(folder)) removeUpTo(dirname(folder), last)
}

function tryRemove(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch {
    return false
  }
}
