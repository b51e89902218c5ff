import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { keepFolder, type Place } from '../place.ts'
import { syncFolder, writeWhole } from './durable.ts'

/** One file's old and new text; null where there is none. `kept` files stay as the user saved them and are only committed. */
export type FileChange = { path: string; before: string | null; after: string | null; mode?: number; kept?: boolean }

/** One action as the journal holds it, from the first byte written until its commit. */
export type Entry = {
  id: string
  action: string
  actor: string
  subject: string
  because: string
  author: { name: string; email: string }
  /** ISO instant; the commit's date. */
  date: string
  changes: FileChange[]
  /** The tip that this entry takes back (undo of a commit nobody has seen). */
  back?: string
}

/** The seams where a crash is tried; each is passed at least once by a write and its commit. */
export const steps = [
  'journaled', 'staged', 'linked', 'renamed', 'compared', 'filed', 'hashed', 'treed', 'written', 'noted', 'locked', 'moved', 'indexed',
  'unlocked', 'closed',
] as const
export type Step = (typeof steps)[number]
export type At = (step: Step) => void

type Shelf = 'journal' | 'pending'

const fileOf = (place: Place, shelf: Shelf, id: string) => keepFolder(place, shelf, `${id}.json`)

/** Folder for what an entry needs beside its record: links to the replaced files, texts for git. */
export function entryFolder(place: Place, id: string): string {
  const folder = keepFolder(place, 'journal', id)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Puts an entry into the journal; from here on it will be finished, if not by this process then by the next. */
export function openEntry(place: Place, entry: Entry): void {
  mkdirSync(keepFolder(place, 'journal'), { recursive: true })
  writeWhole(fileOf(place, 'journal', entry.id), JSON.stringify(entry), 'new')
}

/** The entries on a shelf, oldest first. What a crash left half-written is no entry and is removed. */
export function readEntries(place: Place, shelf: Shelf): Entry[] {
  const folder = keepFolder(place, shelf)
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).sort()
  for (const name of names.filter((n) => n.endsWith('.json.new'))) rmSync(join(folder, name))
  return names.filter((n) => n.endsWith('.json')).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Entry)
}

/** Whether a reader should look for unfinished work; one look at one folder. */
export function hasUnfinished(place: Place): boolean {
  if (!place.git) return false
  const folder = keepFolder(place, 'journal')
  return existsSync(folder) && readdirSync(folder).length > 0
}

/** Remembers the commit an entry is about to become, so that a crash does not commit it twice. */
export function noteCommit(place: Place, id: string, commit: string): void {
  const file = join(entryFolder(place, id), 'commit')
  rmSync(file, { force: true })
  writeWhole(file, commit, 'new')
}

export function notedCommit(place: Place, id: string): string | undefined {
  const file = keepFolder(place, 'journal', id, 'commit')
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Ends an entry whose files and commit are done. */
export function closeEntry(place: Place, id: string, shelf: Shelf = 'journal'): void {
  rmSync(fileOf(place, shelf, id), { force: true })
  rmSync(keepFolder(place, 'journal', id), { recursive: true, force: true })
}

/** Moves an entry whose files are done, but whose commit is not, to where the next action will find it. */
export function shelveEntry(place: Place, id: string): void {
  mkdirSync(keepFolder(place, 'pending'), { recursive: true })
  renameSync(fileOf(place, 'journal', id), fileOf(place, 'pending', id))
  syncFolder(keepFolder(place, 'pending'))
  rmSync(keepFolder(place, 'journal', id), { recursive: true, force: true })
}

/** Removes folders in the journal that belong to no entry any more. */
export function sweepJournal(place: Place): void {
  const folder = keepFolder(place, 'journal')
  if (!existsSync(folder)) return
  const names = readdirSync(folder)
  for (const name of names) if (!name.includes('.json') && !names.includes(`${name}.json`)) rmSync(join(folder, name), { recursive: true })
}
