import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Place } from '../place.ts'
import { maker, tables } from './tables.ts'

/** The index of a workspace, open. */
export type Index = {
  /** A statement, prepared once. */
  prepare(sql: string): StatementSync
  /** Does `work` as one change that stands wholly or not at all; false when another dossier is writing, or the disk will not have it. */
  write(work: () => void): boolean
  close(): void
}

const folderOf = (place: Place) => join(place.root, '.dossier')

/** The file of the index, and those SQLite puts beside it. */
export const indexFile = (place: Place) => join(folderOf(place), 'index.db')

const opened = new WeakMap<Place, { index: Index | undefined }>()

/** Opens the index, or makes one; undefined where none can be had (a read-only tree, a full disk): then the files themselves are read. */
export function openIndex(place: Place): Index | undefined {
  const known = opened.get(place)
  if (known) return known.index
  const found = tryOpen(place)
  const index = found === 'foreign' ? tryOpen(place, { afresh: true }) : found
  const usable = index === 'foreign' ? undefined : index
  opened.set(place, { index: usable })
  return usable
}

/** Does without the index after trouble with it; one that is broken is thrown away. What it held is read from the files again. */
export function dropIndex(place: Place, trouble: unknown): void {
  opened.get(place)?.index?.close()
  opened.set(place, { index: undefined })
  if (!isPassing(trouble)) removeFiles(place)
}

/** Throws the index away and makes it anew, for a person who asks for that. */
export function renewIndex(place: Place): Index | undefined {
  opened.get(place)?.index?.close()
  opened.delete(place)
  removeFiles(place)
  return openIndex(place)
}

function removeFiles(place: Place): void {
  for (const ending of ['', '-wal', '-shm', '-journal'])
    try {
      rmSync(indexFile(place) + ending, { force: true })
    } catch {
      // A read-only tree keeps it; it is then not used in this run.
    }
}

/** `foreign` is an index of another program, or none at all: it has to go. */
function tryOpen(place: Place, { afresh = false } = {}): Index | 'foreign' | undefined {
  let database: DatabaseSync | undefined
  try {
    if (afresh) removeFiles(place)
    prepareFolder(place)
    const { DatabaseSync: Database } = process.getBuiltinModule('node:sqlite')
    database = new Database(indexFile(place), { timeout: 100 })
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000')
    if (!isOurs(database) && !makeTables(database)) {
      database.close()
      return 'foreign'
    }
    return wrap(database)
  } catch (error) {
    database?.close()
    return isTrouble(error) && !isPassing(error) ? 'foreign' : undefined
  }
}

/** Git never sees the folder, whatever the workspace's own .gitignore says. */
function prepareFolder(place: Place): void {
  const ignore = join(folderOf(place), '.gitignore')
  if (existsSync(ignore)) return
  mkdirSync(folderOf(place), { recursive: true })
  writeFileSync(ignore, '*\n')
}

function isOurs(database: DatabaseSync): boolean {
  const there = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").get()
  return there !== undefined && database.prepare("SELECT value FROM meta WHERE key = 'maker'").get()?.['value'] === maker()
}

/** Makes the tables of an empty file; false when the file holds something else, which must go first. */
function makeTables(database: DatabaseSync): boolean {
  if (database.prepare('SELECT 1 FROM sqlite_schema').get()) return false
  database.exec('BEGIN IMMEDIATE')
  if (!database.prepare('SELECT 1 FROM sqlite_schema').get()) {
    database.exec(tables)
    database.prepare("INSERT INTO meta VALUES ('maker', ?)").run(maker())
  }
  database.exec('COMMIT')
  return isOurs(database)
}

function wrap(database: DatabaseSync): Index {
  const statements = new Map<string, StatementSync>()
  return {
    prepare(sql) {
      const statement = statements.get(sql) ?? database.prepare(sql)
      statements.set(sql, statement)
      return statement
    },
    write(work) {
      try {
        database.exec('BEGIN IMMEDIATE')
      } catch {
        return false
      }
      try {
        work()
        database.exec('COMMIT')
        return true
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK')
        if (isTrouble(error)) return false
        throw error
      }
    },
    close: () => database.close(),
  }
}

/** SQLite's codes for what says nothing against the index itself: another writes (BUSY, LOCKED), or the disk will not (READONLY, FULL, CANTOPEN). */
const passing = new Set([5, 6, 8, 13, 14])

const isPassing = (error: unknown): boolean => passing.has(((error as { errcode?: number }).errcode ?? 0) & 0xff)

/** Whether SQLite, as opposed to us, could not go on: the disk, the file, or another process. */
export const isTrouble = (error: unknown): boolean => (error as { code?: string }).code === 'ERR_SQLITE_ERROR'
