import { rmSync } from 'node:fs'
import { readConfig } from '../git/identity.ts'
import { commitInOrder } from '../git/pending.ts'
import { repairIndex, unlockIndex } from '../git/user-index.ts'
import { tryLock } from '../lock.ts'
import type { Place } from '../place.ts'
import { finish, movesOf } from './apply.ts'
import { textAt } from './hold.ts'
import { type At, entryFolder, hasUnfinished, isBegun, readEntries, sweepJournal } from './journal.ts'
import { mergeSaves } from './merge-saves.ts'
import { type Move, put, stageAll, syncNew } from './put-file.ts'

/** Finishes what a killed command left in the journal. Call it only while holding the lock. Answers with the subjects finished. */
export async function recover(place: Place, at: At = () => {}): Promise<string[]> {
  if (!hasUnfinished(place)) return []
  const config = await readConfig(place)
  const entries = readEntries(place, 'journal')
  for (const entry of [...readEntries(place, 'pending'), ...entries]) {
    unlockIndex(place, entry.id)
    await repairIndex(place, entry)
  }
  for (const entry of entries) {
    entryFolder(place, entry.id)
    const moves = movesOf(place, entry)
    const left = moves.flatMap(leftOf)
    await stageAll(left)
    for (const move of left) await put(move, () => {})
    syncNew(moves)
    await finish(place, entry, moves, { config, at })
  }
  if (readEntries(place, 'pending').some((entry) => isBegun(place, entry))) await commitInOrder(place, config, at)
  sweepJournal(place)
  return entries.map(({ subject }) => subject)
}

/** For commands that only read: finishes what is unfinished, unless another dossier is at work on it. */
export async function recoverIfIdle(place: Place): Promise<string[]> {
  if (!hasUnfinished(place)) return []
  const release = await tryLock(place)
  if (!release) return []
  try {
    return await recover(place)
  } finally {
    release()
  }
}

/** What is left of one file's way, from wherever the crash left it; what the user did since is kept. */
function leftOf(move: Move): Move[] {
  const { change, file, temporary } = move
  rmSync(temporary, { force: true })
  const now = textAt(file)
  if (now === change.after) return []
  const next =
    now === change.before
      ? change.after
      : mergeSaves({ path: change.path, before: change.before, ours: change.after, theirs: now })
  if (next === undefined || next === now) return []
  return [{ ...move, change: { ...change, before: now, after: next }, link: `${move.link}.again` }]
}
