import { existsSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gitOf, type Place } from '../place.ts'
import { tryLink } from '../write/durable.ts'
import { attemptFolder, type Entry, entryFolder, notedCommit } from '../write/journal.ts'
import { differences, entriesAt, gitPaths, indexLine, stagedEntries, type TreeEntry } from './entries.ts'
import { git, mustGit } from './run.ts'
import { copyIndex } from './seed-index.ts'

/** How long another git may hold the index, in milliseconds (design.md 5). */
const patience = 2_000

const lockFile = (place: Place) => join(gitOf(place).dir, 'index.lock')
const mark = (id: string) => `dossier ${id}\n`

/** Takes git's own lock on the index, as git does; false when another holds it for two seconds. */
export async function lockIndex(place: Place, id: string): Promise<boolean> {
  const ready = join(entryFolder(place, id), 'index.lock')
  rmSync(ready, { force: true })
  writeFileSync(ready, mark(id))
  for (let waited = 0; ; waited += 20) {
    if (takeName(ready, lockFile(place), id)) return true
    if (waited >= patience) return false
    await wait(20)
  }
}

/** Makes the lock with its mark in it, in one step: a crash must not leave a lock that nobody knows. */
function takeName(ready: string, lock: string, id: string): boolean {
  try {
    if (!tryLink(ready, lock)) writeFileSync(lock, mark(id), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

/** Frees the index, if it is this entry that holds it. */
export function unlockIndex(place: Place, id: string): void {
  const file = lockFile(place)
  if (existsSync(file) && readFileSync(file, 'utf8') === mark(id)) unlinkSync(file)
}

/**
 * Moves the user's index along with a commit: only entries that equalled the old HEAD, and files the user asked us to commit.
 * Call it while holding the index; it is prepared beside the index and put in its place by calling the answer.
 */
export async function prepareIndex(place: Place, entry: Entry, from: string | null, to: string): Promise<() => void> {
  const changed = await differences(place, from, to)
  const kept = gitPaths(
    place,
    entry.changes.flatMap((change) => (change.kept ? [change.path] : [])),
  )
  const asked = kept.length > 0 ? await entriesAt(place, to, kept) : new Map<string, TreeEntry>()
  const staged = await stagedEntries(place, [...new Set([...changed.map(({ path }) => path), ...kept])])
  const now = new Map<string, TreeEntry | undefined>(kept.map((path) => [path, asked.get(path)]))
  for (const { path, old, now: next } of changed) if (same(staged.get(path), old)) now.set(path, next)
  const moving = [...now].filter(([path, next]) => !same(staged.get(path), next))
  if (moving.length === 0) return () => {}

  const index = join(gitOf(place).dir, 'index')
  const next = join(attemptFolder(place, entry.id), 'next-index')
  if (existsSync(index)) copyIndex(index, next)
  const lines = moving.map(([path, wanted]) => indexLine(path, wanted, to.length)).join('')
  await mustGit(place, ['update-index', '-z', '--index-info'], { input: lines, env: { GIT_INDEX_FILE: next } })
  return () => renameSync(next, index)
}

/** Moves the index after a crash that came between the branch and the index; without it, git would show our commit as undone. */
export async function repairIndex(place: Place, entry: Entry): Promise<void> {
  const noted = notedCommit(place, entry.id)
  if (!noted) return
  const head = (await git(place, ['rev-parse', '-q', '--verify', 'HEAD'])).out.trim()
  if (head !== noted || !(await lockIndex(place, entry.id))) return
  const from = entry.back ?? ((await git(place, ['rev-parse', '-q', '--verify', `${noted}^`])).out.trim() || null)
  const put = await prepareIndex(place, entry, from, noted)
  put()
  unlockIndex(place, entry.id)
}

const same = (a?: TreeEntry, b?: TreeEntry) => a?.sha === b?.sha && a?.mode === b?.mode
