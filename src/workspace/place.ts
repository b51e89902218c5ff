import { type Dirent, existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Failure } from '../failure.ts'

/** The git that holds a workspace: its top folder, this worktree's git folder, the folder all worktrees share, and the way from top to root. */
export type GitPlace = { top: string; dir: string; common: string; prefix: string }

/** What stands in a folder, on the disk or in a commit. */
export type Entry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'>

/** Why no file can be read at a path: the system's own code, or a link that leads out of the workspace. */
export type Unread = 'ENOENT' | 'ENOTDIR' | 'EISDIR' | 'ELOOP' | 'outside'

/** The tree as a commit holds it. Paths are those of the workspace; nothing is read before it is asked for, and each thing once. */
export type Past = {
  commit: string
  /** The hour it is then. */
  at: Date
  /** What stands in a folder; undefined when there is none. */
  names(folder: string): readonly Entry[] | undefined
  /** Whether something stands at a path, a link that leads nowhere included. */
  has(path: string): boolean
  /** The file at a path, wherever links lead, or why there is none. */
  file(path: string): { id: string; mode: number; path: string } | Unread
  /** Git's id of the file at a path; undefined where no file can be read. */
  blob(path: string): string | undefined
  bytes(path: string): Buffer | undefined
  /** Reads the files of these paths at once; for those who will ask for many, one after the other. */
  prepare(paths: readonly string[]): void
  /** The path behind links of a file or folder; undefined when it leads nowhere, or out of the workspace. */
  real(path: string): string | undefined
}

/** Where a workspace stands. `env` is what git and hooks are started with; with a `past`, everything is read from that commit, and nothing is written. */
export type Place = { root: string; env: Record<string, string | undefined>; git?: GitPlace; past?: Past }

/** The same workspace as it stands on the disk now. */
export const presentOf = ({ root, env, git }: Place): Place => ({ root, env, ...(git && { git }) })

/** Throws a Failure (exit 2) when the tree of a commit is looked at: whatever writes asks this first. */
export function refusePast({ past }: Place): void {
  if (!past) return
  throw new Failure(`Nothing can be written as of commit ${past.commit.slice(0, 7)}: the past is only read.`, {
    hint: 'leave --as-of out',
    exitCode: 2,
  })
}

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
