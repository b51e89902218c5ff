import { closeSync, copyFileSync, existsSync, openSync, readFileSync, renameSync, rmSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gitOf, type Place } from '../place.ts'
import { type At, type Entry, entryFolder, notedCommit } from '../write/journal.ts'
import { gitPaths, indexLine, stagedEntries } from './entries.ts'
import { git, mustGit } from './run.ts'
import { entriesOfTree } from './tree.ts'

/** How long another git may hold the index, in milliseconds (design.md 5). */
const patience = 2_000

const lockFile = (place: Place) => join(gitOf(place).dir, 'index.lock')
const mark = (id: string) => `dossier ${id}\n`

/** Takes git's own lock on the index, as git does; false when another holds it for two seconds. */
export async function lockIndex(place: Place, id: string): Promise<boolean> {
  for (let waited = 0; ; waited += 20) {
    try {
      const handle = openSync(lockFile(place), 'wx')
      writeSync(handle, mark(id))
      closeSync(handle)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (waited >= patience) return false
      await wait(20)
    }
  }
}

/** Frees the index, if it is this entry that holds it. */
export function unlockIndex(place: Place, id: string): void {
  const file = lockFile(place)
  if (existsSync(file) && readFileSync(file, 'utf8') === mark(id)) unlinkSync(file)
}

/**
 * Moves the user's index along with a commit: only entries that equalled the old HEAD, and files the user asked us to commit.
 * Call it while holding the index; it is prepared beside the index and put in its place by the caller's `then`.
 */
export async function prepareIndex(place: Place, entry: Entry, from: string | null, to: string): Promise<(at: At) => void> {
  const paths = gitPaths(place, entry.changes.map(({ path }) => path))
  const [staged, old, now] = [await stagedEntries(place, paths), await entriesOfTree(place, from, entry), await entriesOfTree(place, to, entry)]
  const kept = new Set(gitPaths(place, entry.changes.filter((change) => change.kept).map(({ path }) => path)))
  const moving = paths.filter((path) => kept.has(path) || same(staged.get(path), old.get(path)))
  const lines = moving.filter((path) => !same(staged.get(path), now.get(path))).map((path) => indexLine(path, now.get(path)))
  if (lines.length === 0) return () => {}

  const index = join(gitOf(place).dir, 'index')
  const next = join(entryFolder(place, entry.id), 'next-index')
  rmSync(next, { force: true })
  if (existsSync(index)) copyFileSync(index, next)
  await mustGit(place, ['update-index', '-z', '--index-info'], { input: lines.join(''), env: { GIT_INDEX_FILE: next } })
  return (at) => {
    at('moved')
    renameSync(next, index)
  }
}

/** Moves the index after a crash that came between the branch and the index; without it, git would show our commit as undone. */
export async function repairIndex(place: Place, entry: Entry): Promise<void> {
  const noted = notedCommit(place, entry.id)
  const head = (await git(place, ['rev-parse', '-q', '--verify', 'HEAD'])).out.trim()
  const parent = noted && (await git(place, ['rev-parse', '-q', '--verify', `${noted}^`])).out.trim()
  const [from, to] = entry.back ? [entry.back, noted] : [parent || null, noted]
  const moved = entry.back ? head === noted : noted && (await git(place, ['merge-base', '--is-ancestor', noted, head])).code === 0
  if (!moved || !to || !(await lockIndex(place, entry.id))) return
  const put = await prepareIndex(place, entry, from, to)
  put(() => {})
  unlockIndex(place, entry.id)
}

const same = (a?: { mode: string; sha: string }, b?: { mode: string; sha: string }) => a?.sha === b?.sha && a?.mode === b?.mode
