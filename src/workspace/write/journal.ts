import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gitOf, keepFolder, type Place } from '../place.ts'
import { syncFolder, writeWhole } from './durable.ts'
import { readEntry, writeEntry } from './entry-file.ts'

/** One file's old and new text; null where there is none. `kept` files stay as the user saved them and are only committed; a moved one came `from`. */
export type FileChange = {
  path: string
  before: string | null
  after: string | null
  mode?: number
  kept?: boolean
  from?: string
}

/** One action as the journal holds it, from the first byte written until its commit. */
export type Entry = {
  /** Sorts as the actions were done. */
  id: string
  /** The worktree and folder it was done in: all worktrees and workspaces of a repository share one journal. */
  home: string
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
  /** The waiting entry that this one takes back (undo of what is not committed). */
  drop?: string
  /** `commit: manual` was set: only `dossier commit` commits it. */
  manual?: true
}

/** The seams where a crash is tried; each is passed at least once by a write and its commit. */
export const steps = [
  'journaled',
  'staged',
  'linked',
  'renamed',
  'compared',
  'filed',
  'hashed',
  'treed',
  'written',
  'noted',
  'locked',
  'moved',
  'indexed',
  'unlocked',
  'closed',
] as const
export type Step = (typeof steps)[number]
export type At = (step: Step) => void

type Shelf = 'journal' | 'pending'

/** One value of JSON a line. */
const ending = '.ndjson'

const fileOf = (place: Place, shelf: Shelf, id: string) => keepFolder(place, shelf, id + ending)

/** Which worktree, and which workspace in it, a place is; the same wherever the repository is moved. */
export function homeOf(place: Place): string {
  const { dir, common, prefix } = gitOf(place)
  return `${relative(common, dir)}:${prefix}`
}

/** A name for a new entry, after all that are unfinished or waiting. Call it only while holding the lock. */
export function nextId(place: Place, unique: string): string {
  const names = [...namesOn(place, 'journal'), ...namesOn(place, 'pending')]
  const last = names.reduce((most, name) => Math.max(most, Number.parseInt(name, 10) || 0), 0)
  return `${String(last + 1).padStart(6, '0')}-${unique}`
}

function namesOn(place: Place, shelf: Shelf): string[] {
  const folder = keepFolder(place, shelf)
  return existsSync(folder) ? readdirSync(folder).sort() : []
}

/** Folder for what an entry needs beside its record: links to the replaced files, texts for git. */
export function entryFolder(place: Place, id: string): string {
  const folder = keepFolder(place, 'journal', id)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** A fresh folder for one attempt at a commit: a git that outlived a killed command may still write into the last one. */
export const attemptFolder = (place: Place, id: string): string => mkdtempSync(join(entryFolder(place, id), 'attempt-'))

/** Whether a waiting entry was being committed when its command died. */
export const isBegun = (place: Place, { id }: Entry): boolean => existsSync(keepFolder(place, 'journal', id))

/** Puts an entry into the journal; from here on it will be finished, if not by this process then by the next. */
export function openEntry(place: Place, entry: Entry): void {
  mkdirSync(keepFolder(place, 'journal'), { recursive: true })
  writeEntry(fileOf(place, 'journal', entry.id), entry)
}

/** The entries of this place on a shelf, oldest first. */
export function readEntries(place: Place, shelf: Shelf): Entry[] {
  const home = homeOf(place)
  const names = namesOn(place, shelf).filter((name) => name.endsWith(ending))
  return names.flatMap((name) => readEntry(keepFolder(place, shelf, name), home) ?? [])
}

/** Whether a reader should look for unfinished work; one look at one folder. */
export function hasUnfinished(place: Place): boolean {
  return place.git !== undefined && namesOn(place, 'journal').length > 0
}

/** Remembers the commit an entry is about to become, so that a crash does not commit it twice. */
export function noteCommit(place: Place, id: string, commit: string): void {
  const file = join(entryFolder(place, id), 'commit')
  rmSync(file, { force: true })
  writeWhole(file, commit, 'new')
}

/** The commit an entry was about to become; undefined when it was not that far. */
export function notedCommit(place: Place, id: string): string | undefined {
  const file = keepFolder(place, 'journal', id, 'commit')
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Forgets how far the commit of an entry came; it will be made anew. */
export const clearEntry = (place: Place, id: string): void =>
  rmSync(keepFolder(place, 'journal', id), { recursive: true, force: true })

/** Ends an entry whose files and commit are done. */
export function closeEntry(place: Place, id: string, shelf: Shelf = 'journal'): void {
  rmSync(fileOf(place, shelf, id), { force: true })
  clearEntry(place, id)
}

/** Moves an entry whose files are done, but whose commit is not, to where the next action will find it. */
export function shelveEntry(place: Place, id: string): void {
  mkdirSync(keepFolder(place, 'pending'), { recursive: true })
  renameSync(fileOf(place, 'journal', id), fileOf(place, 'pending', id))
  syncFolder(keepFolder(place, 'pending'))
  clearEntry(place, id)
}

/** Removes from the journal what belongs to no unfinished entry: what a crash left half-written, and folders of others. */
export function sweepJournal(place: Place): void {
  const names = namesOn(place, 'journal')
  const isLeft = (name: string) => !name.endsWith(ending) && !names.includes(name + ending)
  for (const name of names.filter(isLeft)) rmSync(keepFolder(place, 'journal', name), { recursive: true, force: true })
}
