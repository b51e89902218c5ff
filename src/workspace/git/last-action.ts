import type { Place } from '../place.ts'
import { type Entry, readEntries } from '../write/journal.ts'
import { isFile, readBlobs, type TreeEntry } from './entries.ts'
import { git, mustGit, recordPath } from './run.ts'

/** A file of a commit: its text before and in it; null where there was none, undefined where it is not text. */
type CommittedChange = { path: string; before: string | null | undefined; after: string | null | undefined }

/** The last thing someone did in this clone: a commit, or an entry that is not committed yet. */
export type LastAction =
  | { commit: string; subject: string; action: string; changes: CommittedChange[]; isTip: boolean; isPushed: boolean }
  | { pending: Entry }

/** How many commits are looked through for an action. */
const horizon = 500

/** A commit as undo looks at it. `written` is when its author made it, which amending and rebasing leave alone. */
type Done = {
  commit: string
  parents: string
  date: string
  written: string
  subject: string
  action: string
  by: string
  because: string
}

/** Finds the last action of an actor in this clone that was not undone. Git's own reflog knows what this clone made. */
export async function findLastAction(place: Place, actor: string): Promise<LastAction | { lost: string } | undefined> {
  const pending = readEntries(place, 'pending')
    .filter((entry) => entry.actor === actor && entry.action !== 'undo')
    .at(-1)
  const here = await readLog(place, ['log', '--first-parent', `-n${horizon}`])
  const last = await lastOf(place, actor, here)
  if (pending && (!last || pending.date >= last.date)) return { pending }
  if (!last) return undefined
  const found = here.find(({ commit }) => commit === last.commit) ?? here.find((done) => isSame(done, last))
  if (!found) return { lost: last.subject }
  const { commit, subject, action } = found
  const isPushed = (await git(place, ['branch', '-r', '--contains', commit])).out.trim() !== ''
  return { commit, subject, action, isTip: commit === here[0]?.commit, isPushed, changes: await changesIn(place, commit) }
}

/** The last commit this clone made for an actor, by the reflog, wherever it is now; what was undone since is passed over. */
async function lastOf(place: Place, actor: string, here: readonly Done[]): Promise<Done | undefined> {
  const moves = await readLog(place, ['reflog', 'show', `-n${horizon}`])
  const undone = new Set(here.flatMap(({ action, because }) => (action === 'undo' ? [/undo of (\w+)/.exec(because)?.[1]] : [])))
  for (const [at, { moved, commit }] of moves.entries()) {
    const before = moves[at + 1]
    if (moved === 'dossier: undo' && before?.parents === commit) undone.add(before.commit)
  }
  // Where an undo has moved the branch back to stands a commit somebody made before; that it was made here is told by its own line.
  const made = moves.filter(
    ({ moved, action, by, parents }) =>
      moved.startsWith('dossier: ') && moved !== 'dossier: undo' && action !== 'undo' && by === actor && parents,
  )
  return made.find((done) => !undone.has(done.commit) && !here.some((other) => undone.has(other.commit) && isSame(other, done)))
}

/** Whether two commits are one action, of which the second was rewritten: same author's date, subject and trailers. */
const isSame = (a: Done, b: Done) => a.written === b.written && a.subject === b.subject && a.action === b.action && a.by === b.by

const trailers = ['Action', 'Actor', 'Because'].map((key) => `%(trailers:key=Dossier-${key},valueonly)`)
const format = ['%H', '%P', '%cI', '%aI', '%s', ...trailers, '%gs'].join('%x00')

async function readLog(place: Place, args: string[]): Promise<(Done & { moved: string })[]> {
  const { out } = await git(place, [...args, `--format=${format}%x01`])
  return out
    .split('\x01')
    .filter((line) => line.trim())
    .map((line) => {
      const [commit = '', parents = '', date = '', ...more] = line.split('\0').map((part) => part.trim())
      const [written = '', subject = '', action = '', by = '', because = '', moved = ''] = more
      return { commit, parents, date: new Date(date).toISOString(), written, subject, action, by, because, moved }
    })
}

async function changesIn(place: Place, commit: string): Promise<CommittedChange[]> {
  const out = await mustGit(place, ['diff-tree', '-r', '-z', '--no-renames', '--no-commit-id', commit])
  const found = [...out.matchAll(/:(\d+) (\d+) (\w+) (\w+) \w\0([^\0]+)\0/g)].flatMap(([, was, is, before, after, file]) => {
    const path = recordPath(place, file!)
    return path === undefined ? [] : [{ path, old: { mode: was!, sha: before! }, now: { mode: is!, sha: after! } }]
  })
  const files = found.flatMap(({ old, now }) => [old, now]).filter(isFile)
  const texts = await readBlobs(
    place,
    files.map(({ sha }) => sha),
  )
  const textIn = (entry: TreeEntry) => (/^0+$/.test(entry.sha) ? null : isFile(entry) ? texts.get(entry.sha) : undefined)
  return found.map(({ path, old, now }) => ({ path, before: textIn(old), after: textIn(now) }))
}
