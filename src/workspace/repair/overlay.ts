import { kindOf } from '../../records/kinds.ts'
import type { Place } from '../place.ts'
import { readSheet } from '../sheet.ts'
import { inOrder, isThere } from '../tree.ts'

/** The files as they will be once the mends found so far are made. Nothing is written. */
export type Overlay = {
  paths: () => string[]
  /** Whether a record, or any other file of the tree, is there. */
  has: (path: string) => boolean
  /** Whether a name is free, on the disk as well as here. */
  isFree: (path: string) => boolean
  /** The text of a file; undefined where it cannot be read as one. */
  text: (path: string) => string | undefined
  write: (path: string, text: string) => void
  move: (path: string, to: string) => void
}

/** Opens an overlay over these files of a tree. Texts are read when they are asked for, and only changed ones are kept. */
export function openOverlay(place: Place, files: readonly string[]): Overlay {
  const origins = new Map(files.map((path) => [path, path]))
  const changed = new Map<string, string>()
  const gone = new Set<string>()
  const text = (path: string) => {
    const known = changed.get(path)
    const origin = origins.get(path)
    if (known !== undefined || origin === undefined) return known
    const read = readSheet(place, origin)
    return 'sheet' in read ? read.sheet.text : undefined
  }
  return {
    paths: () => [...origins.keys()].sort(inOrder),
    has: (path) => origins.has(path) || (!gone.has(path) && kindOf(path) === undefined && isThere(place, path)),
    isFree: (path) => !origins.has(path) && !isThere(place, path),
    text,
    write(path, now) {
      if (!origins.has(path)) origins.set(path, path)
      changed.set(path, now)
    },
    move(path, to) {
      const kept = changed.get(path)
      origins.set(to, origins.get(path)!)
      origins.delete(path)
      changed.delete(path)
      gone.add(path)
      if (kept !== undefined) changed.set(to, kept)
    },
  }
}
