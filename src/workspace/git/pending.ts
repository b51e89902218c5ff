import type { Place } from '../place.ts'
import { keepAside } from '../write/aside.ts'
import { type At, clearEntry, closeEntry, type Entry, readEntries } from '../write/journal.ts'
import { commitEntry, type Refused } from './commit.ts'
import type { GitConfig } from './identity.ts'
import { headOf } from './run.ts'
import { missingChanges } from './wanted.ts'

/** Files that are saved but not committed, and why. */
export type Waiting = { paths: string[]; reason: string }

/** Commits what earlier actions could not; what still cannot be committed is returned with its reason. */
export const commitPending = async (place: Place, config: GitConfig): Promise<Waiting[]> =>
  (await commitInOrder(place, config, () => {})).waiting

/** The same; `stuck` says why nothing at all can be committed now. */
export async function commitInOrder(place: Place, config: GitConfig, at: At): Promise<{ waiting: Waiting[]; stuck?: Refused }> {
  const waiting: Waiting[] = []
  let stuck: Refused | undefined
  const entries = readEntries(place, 'pending')
  for (const [turn, entry] of entries.entries()) {
    const outcome = stuck ?? (await commitEntry(place, entry, { config, at, waited: true }))
    if ('reason' in outcome) {
      clearEntry(place, entry.id)
      waiting.push({ paths: entry.changes.map(({ path }) => path), reason: outcome.reason })
      if (outcome.stuck) stuck = outcome
      continue
    }
    waiting.push(...(await tellMissing(place, entry, entries.slice(turn + 1))))
    closeEntry(place, entry.id, 'pending')
  }
  return { waiting, ...(stuck && { stuck }) }
}

/** What a waiting entry had changed and is no more (git rebase --abort drops it, say) is kept aside and told, once. */
async function tellMissing(place: Place, entry: Entry, later: Entry[]): Promise<Waiting[]> {
  if (entry.back) return []
  const head = await headOf(place)
  const changedAgain = new Set(later.flatMap(({ changes }) => changes.map(({ path }) => path)))
  return (await missingChanges(place, entry, head))
    .filter(({ path }) => !changedAgain.has(path))
    .map((change) => ({
      paths: [change.path],
      reason: `somebody took the change back, or git dropped it; its text is in ${keepAside(place, entry, change)}`,
    }))
}
