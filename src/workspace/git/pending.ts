import type { Place } from '../place.ts'
import { closeEntry, readEntries } from '../write/journal.ts'
import { commitEntry } from './commit.ts'
import type { GitConfig } from './identity.ts'

/** Files that are saved but not committed, and why. */
export type Waiting = { paths: string[]; reason: string }

/** Commits what earlier actions could not; what still cannot be committed is returned with its reason. */
export async function commitPending(place: Place, config: GitConfig): Promise<Waiting[]> {
  const waiting: Waiting[] = []
  for (const entry of readEntries(place, 'pending')) {
    const paths = entry.changes.map(({ path }) => path)
    const outcome = await commitEntry(place, entry, config, () => {})
    if ('reason' in outcome) waiting.push({ paths, reason: outcome.reason })
    else closeEntry(place, entry.id, 'pending')
  }
  return waiting
}
