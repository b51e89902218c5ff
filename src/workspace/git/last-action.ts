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

/** Finds the last action of an actor in this clone that was not undone. Git's own reflog knows what this clone made. */
export async function findLastAction(place: Place, actor: string): Promise<LastAction | undefined> {
  const pending = readEntries(place, 'pending')
    .filter((entry) => entry.actor === actor)
    .at(-1)
  const found = await lastCommit(place, actor)
  if (pending && (!found || pending.date >= found.date)) return { pending }
  if (!found) return undefined
  const { commit, subject, action, isTip } = found
  const isPushed = (await git(place, ['branch', '-r', '--contains', commit])).out.trim() !== ''
  return { commit, subject, action, isTip, isPushed, changes: await changesIn(place, commit) }
}

async function lastCommit(place: Place, actor: string) {
  const made = new Set(
    (await git(place, ['reflog', 'show', '--format=%H %gs', 'HEAD'])).out
      .split('\n')
      .flatMap((line) => (/^\w+ dossier: /.test(line) ? [line.split(' ')[0]!] : [])),
  )
  const format =
    '%H%x00%P%x00%cI%x00%s%x00%(trailers:key=Dossier-Action,valueonly)%x00%(trailers:key=Dossier-Actor,valueonly)%x00%(trailers:key=Dossier-Because,valueonly)%x01'
  const { out } = await git(place, ['log', '--first-parent', `-n${horizon}`, `--format=${format}`])
  const undone = new Set<string>()
  for (const [at, line] of out
    .split('\x01')
    .filter((part) => part.trim())
    .entries()) {
    const [commit = '', parents = '', date = '', subject = '', action = '', by = '', because = ''] = line
      .split('\0')
      .map((part) => part.trim())
    if (action === 'undo') undone.add(/undo of (\w+)/.exec(because)?.[1] ?? '')
    else if (made.has(commit) && by === actor && !undone.has(commit) && parents)
      return { commit, date: new Date(date).toISOString(), subject, action, isTip: at === 0 }
  }
  return undefined
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
