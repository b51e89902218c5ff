import type { Note } from '../draft.ts'

/** Notes of one file: the same thing said of a column many times is one note at its first line, with a count of the others. */
export type Notes = {
  /** Grows while rows are read. */
  all: Note[]
  add: (line: number, column: string | undefined, reason: string, example?: string) => void
}

const LONGEST = 60

/** Begins to collect. `example` is what stood in the first cell; later ones only count. */
export function collectNotes(file: string): Notes {
  const all: Note[] = []
  const seen = new Map<string, Note>()
  return {
    all,
    add(line, column, reason, example) {
      const key = `${column ?? ''}\0${reason}`
      const known = seen.get(key)
      if (known) {
        known.count = (known.count ?? 0) + 1
        return
      }
      const message = example === undefined ? reason : `"${shorten(example)}" ${reason}`
      const note: Note = { file, line, ...(column === undefined ? {} : { column }), message }
      seen.set(key, note)
      all.push(note)
    },
  }
}

/** A cell for a sentence: on one line, and not too long. */
export function shorten(text: string): string {
  const flat = text.slice(0, 2 * LONGEST).replace(/[\s\p{Cc}]+/gu, ' ')
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST - 1)}…` : flat
}
