import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Failure } from '../failure.ts'

/** The git that holds a workspace: its top folder, this worktree's git folder, the folder all worktrees share, and the way from top to root. */
export type GitPlace = { top: string; dir: string; common: string; prefix: string }

/** Where a workspace stands. `env` is what git and hooks are started with. */
export type Place = { root: string; env: Record<string, string | undefined>; git?: GitPlace }

/** The file by which a folder is known as a workspace. */
export const settingsPath = 'workspace-setup/workspace.yaml'

/** Finds the workspace by walking up from `from`. Throws a Failure when there is none. */
export function findPlace(from: string, env: Place['env']): Place {
  const root = findRoot(from)
  if (!root)
    throw new Failure(`There is no workspace in ${resolve(from)} or above it.`, {
      hint: 'dossier init DIR makes one; or go into one (cd), or name it with --cwd',
      exitCode: 2,
    })
  return placeAt(root, env)
}

export const hasPlace = (from: string) => findRoot(from) !== undefined

const findRoot = (from: string) => climb(resolve(from), (folder) => existsSync(join(folder, settingsPath)))

/** The place of a root that is already known, as after `init`. */
export function placeAt(root: string, env: Place['env']): Place {
  const git = findGit(root)
  return { root, env, ...(git && { git }) }
}

/** The git that holds this workspace. Throws a Failure when no git does: nothing is written outside git. */
export function gitOf(place: Place): GitPlace {
  if (place.git) return place.git
  throw new Failure(`${place.root} is not under git, so nothing was written.`, { hint: `git init ${place.root}`, exitCode: 2 })
}

/** Folder for what must not be lost and is no document (design.md, promise 3). */
export const keepFolder = (place: Place, ...names: string[]) => join(gitOf(place).common, 'dossier', ...names)

/** A path as this workspace writes it: from its root, with forward slashes. */
export const toRecordPath = (place: Place, path: string) => relative(place.root, resolve(place.root, path)).split(sep).join('/')

/** Whether a path from outside stays within the workspace. */
export const isInside = (root: string, path: string) => {
  const way = relative(root, resolve(root, path))
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function climb(from: string, here: (folder: string) => boolean): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (here(folder)) return folder
    if (dirname(folder) === folder) return undefined
  }
}

function findGit(root: string): GitPlace | undefined {
  const top = climb(root, (folder) => existsSync(join(folder, '.git')))
  if (!top) return undefined
  const dot = join(top, '.git')
  const dir = statSync(dot).isDirectory()
    ? dot
    : resolve(
        top,
        readFileSync(dot, 'utf8')
          .replace(/^gitdir:\s*/, '')
          .trim(),
      )
  const shared = join(dir, 'commondir')
  const common = existsSync(shared) ? resolve(dir, readFileSync(shared, 'utf8').trim()) : dir
  return { top, dir, common, prefix: relative(top, root).split(sep).join('/') }
}
