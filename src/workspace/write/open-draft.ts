import type { Edit } from '../../records/plan.ts'
import type { Place } from '../place.ts'
import { openSheet } from '../sheet.ts'
import { isThere } from '../tree.ts'

/** Files as a plan will leave them, while it is being decided; each is read once. */
export type Draft = ReturnType<typeof openDraft>

type Read = { text: string; sha: string }

/** Opens a draft of the tree: nothing is written, `edits` say what would be. */
export function openDraft(place: Place) {
  const read = new Map<string, Read>()
  const texts = new Map<string, string>()
  const moves = new Map<string, string>()
  const gone = new Set<string>()
  const open = (path: string) => {
    const known = read.get(path)
    if (known) return known
    const { text, sha } = openSheet(place, path)
    read.set(path, { text, sha })
    return { text, sha }
  }
  return {
    /** The text a file will have, as far as it is decided. */
    text: (path: string): string => texts.get(path) ?? open(path).text,
    /** The text it has now. */
    before: (path: string): string => open(path).text,
    put: (path: string, text: string) => void texts.set(path, text),
    /** Takes a file elsewhere, with this text. */
    move(path: string, to: string, text: string) {
      open(path)
      moves.set(path, to)
      texts.set(to, text)
    },
    remove(path: string) {
      open(path)
      gone.add(path)
    },
    paths: (): string[] => [...new Set([...texts.keys(), ...moves.keys(), ...gone])],
    has: (path: string) => texts.has(path) || (isThere(place, path) && !gone.has(path) && !moves.has(path)),
    edits(): Edit[] {
      const sources = new Map([...moves].map(([path, to]) => [to, path]))
      const away = [...moves].map(([path, to]): Edit => ({ do: 'move', path, from: open(path).sha, to }))
      const written = [...texts].flatMap(([path, text]): Edit[] => {
        const source = sources.get(path)
        if (source !== undefined) return open(source).text === text ? [] : [{ do: 'replace', path, from: '', text }]
        if (moves.has(path) || !isThere(place, path)) return [{ do: 'create', path, text }]
        return open(path).text === text ? [] : [{ do: 'replace', path, from: open(path).sha, text }]
      })
      return [...away, ...[...gone].map((path): Edit => ({ do: 'delete', path, from: open(path).sha })), ...written]
    },
  }
}
