import type { Place } from '../place.ts'
import { readSheet } from '../sheet.ts'
import { type Look, lookAt } from './look.ts'
import { dropIndex, isTrouble, openIndex } from './open-index.ts'
import { isText } from './update-index.ts'

/** So few files are read; of more the index is asked first. */
const few = 50

/**
 * By what the contents of these files are known: git's id of a text, the size of anything else, `unreadable` where nothing can be read.
 * A text that the index knows as it stands is not read again.
 */
export function blobsOf(place: Place, paths: readonly string[]): Map<string, string> {
  const { past } = place
  if (past) return new Map(paths.map((path) => [path, thenAt(past, path)]))
  const known = paths.length > few ? knownBlobs(place, paths) : undefined
  return new Map(
    paths.map((path) => {
      const look = lookAt(place, path)
      const entry = look && known?.get(path)
      return [path, entry && entry.stat === look.stat ? entry.blob : nowAt(place, path, look)]
    }),
  )
}

const sayBytes = (size: number | string) => `${size} bytes`

function nowAt(place: Place, path: string, look: Look | undefined): string {
  if (look && !isText(path)) return sayBytes(look.stat.split(' ')[0]!)
  const read = readSheet(place, path)
  return 'sheet' in read ? read.sheet.sha : 'unreadable'
}

const thenAt = (past: NonNullable<Place['past']>, path: string) =>
  isText(path) ? (past.blob(path) ?? 'unreadable') : sayBytes(past.bytes(path)?.length ?? 0)

type Known = Map<string, { stat: string; blob: string }>

/** What the index knows of the files between the first and the last of these. */
function knownBlobs(place: Place, paths: readonly string[]): Known | undefined {
  const index = openIndex(place)
  if (!index) return undefined
  try {
    const [first, last] = paths.reduce(([a, b], path) => [path < a ? path : a, path > b ? path : b], [paths[0]!, paths[0]!])
    const statement = index.prepare(
      'SELECT f.path, f.stat, t.blob FROM files f JOIN texts t ON t.id = f.text WHERE f.path BETWEEN ? AND ?',
    )
    statement.setReturnArrays(true)
    const rows = statement.all(first, last) as unknown as [string, string, string][]
    return new Map(rows.map(([path, stat, blob]) => [path, { stat, blob }]))
  } catch (error) {
    if (!isTrouble(error)) throw error
    dropIndex(place, error)
    return undefined
  }
}
