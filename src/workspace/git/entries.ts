import type { Place } from '../place.ts'
import { textOf } from '../sheet.ts'
import { objectsIn } from './objects-in.ts'
import { GitTrouble, git, gitPath, mustGit } from './run.ts'

/** What a commit, or the user's index, holds at a path. */
export type TreeEntry = { mode: string; sha: string }

/** How many paths one git command is given at most. */
const handful = 1_000

const chunks = <T>(list: T[]) =>
  Array.from({ length: Math.ceil(list.length / handful) }, (_, n) => list.slice(n * handful, (n + 1) * handful))

/** What a commit holds at these paths (as git names them); paths it does not hold are absent. Without a commit: nothing. */
export async function entriesAt(place: Place, commit: string | null, paths: string[]): Promise<Map<string, TreeEntry>> {
  const found = new Map<string, TreeEntry>()
  if (!commit) return found
  for (const some of chunks(paths)) {
    const out = await mustGit(place, ['ls-tree', '-r', '-z', commit, '--', ...some])
    for (const [, mode, sha, path] of out.matchAll(/(\d+) \w+ (\w+)\t([^\0]+)\0/g)) found.set(path!, { mode: mode!, sha: sha! })
  }
  return found
}

/** What the user's index holds at these paths; a path in conflict has the mode of none. */
export async function stagedEntries(place: Place, paths: string[]): Promise<Map<string, TreeEntry>> {
  const found = new Map<string, TreeEntry>()
  for (const some of chunks(paths)) {
    const out = await mustGit(place, ['ls-files', '-s', '-z', '--', ...some])
    for (const [, mode, sha, stage, path] of out.matchAll(/(\d+) (\w+) (\d)\t([^\0]+)\0/g))
      found.set(path!, stage === '0' ? { mode: mode!, sha: sha! } : { mode: 'in conflict', sha: sha! })
  }
  return found
}

/** Whether an entry is a file: no link, and no repository within this one. */
export const isFile = ({ mode }: TreeEntry) => mode.startsWith('100')

/** Texts of blobs by id; undefined where a blob is not text. Throws a GitTrouble when git has no such blob. */
export async function readBlobs(place: Place, ids: string[]): Promise<Map<string, string | undefined>> {
  const texts = new Map<string, string | undefined>()
  if (ids.length === 0) return texts
  const command = ['cat-file', '--batch']
  const { bytes, code, err } = await git(place, command, { input: `${ids.join('\n')}\n` })
  if (code !== 0) throw new GitTrouble(command, code, err)
  for (const { id, bytes: content } of objectsIn(bytes)) {
    if (!content) throw new GitTrouble(command, code, `error: the object ${id} is missing`)
    texts.set(id, textOf(content) ?? undefined)
  }
  return texts
}

/** The line by which `git update-index --index-info -z` sets or removes an entry; ids are `width` letters long. */
export const indexLine = (path: string, entry: TreeEntry | undefined, width: number) =>
  entry ? `${entry.mode} ${entry.sha}\t${path}\0` : `0 ${'0'.repeat(width)}\t${path}\0`

/** What a file was and became between two commits. */
export type Difference = { path: string; old?: TreeEntry; now?: TreeEntry }

/** All that differs between two commits (from nothing, when there was none). */
export async function differences(place: Place, from: string | null, to: string): Promise<Difference[]> {
  const sides = from ? [from, to] : ['--root', to]
  const out = await mustGit(place, ['diff-tree', '-r', '-z', '--no-renames', '--no-commit-id', ...sides])
  const entry = (mode: string, sha: string) => (/^0+$/.test(mode) ? undefined : { mode, sha })
  return [...out.matchAll(/:(\d+) (\d+) (\w+) (\w+) \w\0([^\0]+)\0/g)].map(([, was, is, before, after, path]) => {
    const [old, now] = [entry(was!, before!), entry(is!, after!)]
    return { path: path!, ...(old && { old }), ...(now && { now }) }
  })
}

export const gitPaths = (place: Place, paths: string[]) => paths.map((path) => gitPath(place, path))
