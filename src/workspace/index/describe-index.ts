import { statSync } from 'node:fs'
import type { Place } from '../place.ts'
import { type Index, indexFile } from './open-index.ts'

/** How large an index is: texts it knows, now or in history, and the size of its file in bytes. */
export function describeIndex(place: Place, index: Index): { texts: number; bytes: number } {
  index.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()
  const texts = Number(index.prepare('SELECT count(*) AS n FROM texts').get()!['n'])
  return { texts, bytes: statSync(indexFile(place), { throwIfNoEntry: false })?.size ?? 0 }
}
