import type { Index } from './open-index.ts'

/** A file that holds what was searched for; `score` is the smaller the better (bm25, a find in the title counts five times). */
export type Hit = { path: string; kind: string; score: number }

/** Where to look: among the files of the disk or of a commit (`indexPast`), in kinds of records (`text` for other files), in a folder. */
export type Within = { isPast?: boolean; kinds?: readonly string[] | undefined; folder?: string | undefined }

const search = (files: string) => `
  SELECT f.path, f.kind, bm25(words, 5.0, 1.0) AS score FROM words JOIN ${files} f ON f.text = words.rowid
  WHERE words MATCH ? AND (? = '' OR instr(?, ' ' || f.kind || ' ') > 0) AND f.path >= ? AND f.path < ?
  ORDER BY score, f.path`

/** The files that hold what was searched for, best first. `match` is an expression of FTS5. */
export function searchWords(index: Index, match: string, { isPast = false, kinds = [], folder = '' }: Within): Hit[] {
  const list = kinds.length > 0 ? ` ${kinds.join(' ')} ` : ''
  const from = folder === '' ? '' : `${folder}/`
  const rows = index
    .prepare(search(isPast ? 'past_files' : 'files'))
    .all(match, list, list, from, folder === '' ? '\u{10FFFF}' : `${folder}0`)
  return rows.map(({ path, kind, score }) => ({ path: String(path), kind: String(kind), score: Number(score) }))
}

/** Words of the index that begin like one that was not found, for a suggestion; at most `most`. */
export function wordsLike(index: Index, word: string, most = 2_000): string[] {
  index.prepare("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab (main, words, 'row')").run()
  const start = word.slice(0, 1)
  return index
    .prepare('SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ? ORDER BY cnt DESC LIMIT ?')
    .all(start, `${start}\u{10FFFF}`, most)
    .map(({ term }) => String(term))
}
