import type { Index } from './open-index.ts'
import type { TextRead } from './read-text.ts'

/** Puts files that were read into the index, as one change. False when it cannot be written: nothing is lost, they are read again next time. */
export const keepTexts = (index: Index, texts: readonly TextRead[]): boolean =>
  index.write(() => {
    for (const text of texts) keepText(index, text)
  })

function keepText(index: Index, { path, kind, stat, blob, parsed, words }: TextRead): void {
  const { id, found } = textOf(index, blob)
  if (parsed)
    index
      .prepare('INSERT OR REPLACE INTO parsed (text, reading, path, value, problems) VALUES (?, ?, ?, ?, ?)')
      .run(id, parsed.reading, parsed.path, parsed.value, parsed.problems)
  if (stat !== undefined)
    index.prepare('INSERT OR REPLACE INTO files (kind, path, stat, text) VALUES (?, ?, ?, ?)').run(kind, path, stat, id)
  if (!words || found) return
  index.prepare('INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)').run(id, words.title, words.body)
  index.prepare('UPDATE texts SET found = 1 WHERE id = ?').run(id)
}

/** The number of a text in the index, and whether its words are there. */
function textOf(index: Index, blob: string): { id: number | bigint; found: boolean } {
  const { changes, lastInsertRowid } = index
    .prepare('INSERT INTO texts (blob) VALUES (?) ON CONFLICT (blob) DO NOTHING')
    .run(blob)
  if (changes) return { id: lastInsertRowid, found: false }
  const row = index.prepare('SELECT id, found FROM texts WHERE blob = ?').get(blob)!
  return { id: row['id'] as number, found: row['found'] === 1 }
}
