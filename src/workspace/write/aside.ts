import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { keepFolder, type Place } from '../place.ts'
import { writeWhole } from './durable.ts'
import type { Entry, FileChange } from './journal.ts'

/** Keeps a text of ours that is not in the tree where it can be looked up; answers with the file. */
export function keepAside(place: Place, { id }: Entry, { path, after }: FileChange): string {
  const folder = keepFolder(place, 'unapplied', id)
  mkdirSync(folder, { recursive: true })
  const file = join(folder, basename(path))
  writeWhole(file, after ?? '', 'new')
  return file
}
