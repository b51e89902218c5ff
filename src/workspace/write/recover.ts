import { existsSync, readFileSync, rmSync } from 'node:fs'
import { mergeLines } from '../../records/merge-lines.ts'
import { readConfig } from '../git/identity.ts'
import { unlockIndex, repairIndex } from '../git/user-index.ts'
import { tryLock } from '../lock.ts'
import type { Place } from '../place.ts'
import { textOf } from '../sheet.ts'
import { finish, movesOf } from './apply.ts'
import { type Entry, hasUnfinished, readEntries, sweepJournal } from './journal.ts'
import { type Move, put, stage } from './put-file.ts'

/** Finishes what a killed command left in the journal. Call it only while holding the lock. Answers with the subjects finished. */
export async function recover(place: Place): Promise<string[]> {
  if (!hasUnfinished(place)) return []
  const config = await readConfig(place)
  const entries = readEntries(place, 'journal')
  for (const entry of entries) {
    unlockIndex(place, entry.id)
    const moves = movesOf(place, entry)
    for (const move of moves) await redo(move)
    await repairIndex(place, entry)
    await finish(place, entry, moves, { config, at: () => {}, manual: false })
  }
  sweepJournal(place)
  return entries.map(({ subject }: Entry) => subject)
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

/** Brings one file from wherever the crash left it to its new text; what the user did since is kept. */
async function redo(move: Move): Promise<void> {
  const { change, file, temporary } = move
  rmSync(temporary, { force: true })
  const now = existsSync(file) ? textOf(readFileSync(file)) : null
  if (now === change.after) return
  const next = now === change.before ? change.after : reapply(move, now)
  if (next === undefined || next === now) return
  const again = { ...move, change: { ...change, before: now, after: next } }
  stage(again)
  await put(again, () => {})
}

function reapply({ change: { before, after } }: Move, now: string | null): string | undefined {
  if (before === null || after === null || now === null) return undefined
  const merged = mergeLines({ base: before, ours: after, theirs: now })
  return merged.clean ? merged.text : undefined
}
