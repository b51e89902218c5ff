import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { once } from '../../records/once.ts'

/** Raised when the tables change; an index of another version is thrown away and made anew. */
const version = 1

/** Put here by the build: what the program was built from. */
declare const BUILD: string | undefined

/** By which program an index was made: another one may read files otherwise. From the source, it is the newest change of what reads them. */
export const maker = once(() => {
  if (typeof BUILD === 'string') return `${version} ${BUILD}`
  const folders = [join(import.meta.dirname, '..', '..', 'records'), import.meta.dirname]
  const changed = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(folder, name)).mtimeMs),
  )
  return `${version} source ${Math.max(...changed)}`
})

/**
 * `texts` are git's blob ids, each once, for disk and history alike; `found` tells whether its words are in `words`. `parsed` is what a
 * text says, read in a certain way; `path` is empty where it is sound, since it then says the same wherever it lies. `files` tells which
 * text stands where on the disk, and by which look at the file that is known: an empty `stat` is looked at again.
 */
export const tables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE texts (id INTEGER PRIMARY KEY, blob TEXT NOT NULL UNIQUE, found INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE parsed (
    text INTEGER NOT NULL, reading TEXT NOT NULL, path TEXT NOT NULL, value TEXT, problems TEXT,
    PRIMARY KEY (text, reading, path)
  ) WITHOUT ROWID;
  CREATE TABLE files (
    kind TEXT NOT NULL, path TEXT NOT NULL, stat TEXT NOT NULL, text INTEGER NOT NULL, PRIMARY KEY (kind, path)
  ) WITHOUT ROWID;
  CREATE INDEX files_by_text ON files (text);
  CREATE VIRTUAL TABLE words USING fts5 (
    title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
  );
  INSERT INTO words (words, rank) VALUES ('hashsize', 16000000);
`
