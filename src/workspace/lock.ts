import { mkdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from '../failure.ts'
import { keepFolder, type Place } from './place.ts'

/** How long a command waits for another that is writing, in milliseconds. */
const patience = 30_000

/**
 * Does `work` while no other dossier writes in this clone.
 * SQLite holds the lock, because the system frees it when a process dies, however it dies.
 */
export async function exclusively<T>(place: Place, work: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += 10) {
    const release = await tryLock(place)
    if (release)
      try {
        return await work()
      } finally {
        release()
      }
    if (waited >= patience)
      throw new Failure('Another dossier has been writing in this workspace for half a minute; nothing was written.', {
        hint: 'wait for it to end, or end it, and run the command again',
      })
    await wait(10)
  }
}

/** Takes the lock if it is free, without waiting. The caller must call what it is given. */
export async function tryLock(place: Place): Promise<(() => void) | undefined> {
  const { DatabaseSync } = await import('node:sqlite')
  const database = openKept(place, (file) => new DatabaseSync(file, { timeout: 0 }))
  try {
    database.exec('BEGIN EXCLUSIVE')
    return () => database.close()
  } catch (error) {
    database.close()
    if (/locked|busy/i.test((error as Error).message)) return undefined
    throw unwritable(place, error)
  }
}

function openKept<T>(place: Place, open: (file: string) => T): T {
  try {
    mkdirSync(keepFolder(place), { recursive: true })
    return open(keepFolder(place, 'lock.db'))
  } catch (cause) {
    throw unwritable(place, cause)
  }
}

const unwritable = (place: Place, cause: unknown) =>
  new Failure(`${keepFolder(place)} cannot be written (${(cause as Error).message}); nothing was written.`, {
    hint: 'make room on the disk, or give yourself permission for that folder',
    cause,
  })
