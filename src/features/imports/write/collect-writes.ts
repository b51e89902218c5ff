import { hashOf } from '../../../records/hash.ts'
import type { Edit } from '../../../records/plan.ts'
import type { FieldEdit } from '../../../records/schema/field-values.ts'
import { numberTexts } from '../match/number-texts.ts'

/** What a row came to. */
export type Outcome = 'created' | 'changed' | 'unchanged'

export type Writes = {
  /** A new file; made anew by a later row, it is changed. */
  make(path: string, text: string): Outcome
  /** The text of a new file; undefined where there is none, or where texts are not kept. */
  textOf(path: string): string | undefined
  isMade(path: string): boolean
  change(file: { path: string; sha: string }, fields: readonly FieldEdit[]): void
  /** A whole file that is there already gets another text. */
  replace(file: { path: string; sha: string }, text: string): void
  move(file: { path: string; sha: string }, to: string): void
  edits(): Edit[]
}

/** Collects what an import writes. A plan that nobody carries out needs no texts: a hash tells whether a later row says something else. */
export function collectWrites(keepTexts: boolean): Writes {
  const texts = new Map<string, string>()
  const marks = numberTexts()
  const replaced = new Map<string, Extract<Edit, { do: 'replace' }>>()
  const edits: Edit[] = []
  const markOf = (text: string) => Number.parseInt(hashOf('sha1', text).slice(0, 7), 16)
  return {
    make(path, text) {
      const [before, now] = keepTexts ? [texts.get(path), text] : [marks.get(path), markOf(text)]
      if (keepTexts) texts.set(path, text)
      else marks.set(path, now as number)
      if (before === undefined) return 'created'
      return before === now ? 'unchanged' : 'changed'
    },
    textOf: (path) => texts.get(path),
    isMade: (path) => (keepTexts ? texts.has(path) : marks.get(path) !== undefined),
    change({ path, sha }, fields) {
      for (const field of fields) edits.push({ ...field, path, from: sha, value: field.value })
    },
    replace({ path, sha }, text) {
      const before = replaced.get(path)
      if (before) before.text = text
      else edits.push(setIn(replaced, path, { do: 'replace', path, from: sha, text }))
    },
    move({ path, sha }, to) {
      edits.push({ do: 'move', path, from: sha, to })
    },
    edits: () => [...edits, ...[...texts].map(([path, text]): Edit => ({ do: 'create', path, text }))],
  }
}

function setIn<V>(map: Map<string, V>, key: string, value: V): V {
  map.set(key, value)
  return value
}
