import { Failure } from '../../failure.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import type { KindName, RecordOf } from '../../records/kinds.ts'
import { once } from '../../records/once.ts'
import type { Problem } from '../../records/problem.ts'
import type { ReadRecord } from '../../records/schema/read-record.ts'
import { knownRecord, readSoundly } from '../../records/schema/read-sound.ts'
import type { Past, Place } from '../place.ts'
import { openSheet, readSheet, type Sheet } from '../sheet.ts'
import { isThere } from '../tree.ts'
import { keepTexts } from './keep-texts.ts'
import { diskClock, lookAt, settledStat } from './look.ts'
import { dropIndex, type Index, isTrouble, openIndex } from './open-index.ts'
import { parsedOf, type TextRead } from './read-text.ts'
import { readingOf } from './reading-of.ts'

/** A file as a listing reads it, or what keeps it from being read. Its text and the places of its values may be asked for later. */
export type ReadFile<K extends KindName> =
  | {
      path: string
      value?: RecordOf[K] | undefined
      problems: readonly Problem[]
      read: () => ReadRecord<K>
      sheet: () => ReadSheet
    }
  | { problem: Problem }

type ReadSheet = Pick<Sheet, 'text' | 'sha'>

/** Which files are read, and as what; where they are `sparse`, one that is not there is left out. */
type Asked<K extends KindName> = { kind: K; paths: readonly string[]; team?: TeamFields | undefined; sparse?: boolean }

/** Reads many files as records of a kind. Those that have not changed are answered from the index; the others are read, and put into it. */
export function readIndexed<K extends KindName>(place: Place, asked: Asked<K>): ReadFile<K>[] {
  const index = openIndex(place)
  const directly = () => pathsOf(place, asked).map((path) => readDirectly(place, asked.kind, path, asked.team))
  if (!index) return directly()
  try {
    return readThrough(place, index, asked)
  } catch (error) {
    if (!isTrouble(error)) throw error
    dropIndex(place, error)
    return directly()
  }
}

const pathsOf = (place: Place, { paths, sparse }: Pick<Asked<KindName>, 'paths' | 'sparse'>) =>
  sparse ? paths.filter((path) => isThere(place, path)) : paths

/** Reads one file as a record of a kind from the disk itself. */
export function readDirectly<K extends KindName>(place: Place, kind: K, path: string, team?: TeamFields): ReadFile<K> {
  const read = readSheet(place, path)
  if ('problem' in read) return read
  const { sheet } = read
  const record = readSoundly(kind, path, sheet.text, team)
  return { path, value: record.value, problems: record.problems, read: () => record, sheet: () => sheet }
}

function readThrough<K extends KindName>(place: Place, index: Index, asked: Asked<K>): ReadFile<K>[] {
  const fresh: TextRead[] = []
  const files = place.past ? readThen(place, place.past, index, asked, fresh) : readNow(place, index, asked, fresh)
  if (fresh.length > 0) keepTexts(index, fresh)
  return files
}

/** Reads files of the disk; what was not known as it stands is added to `fresh`. */
function readNow<K extends KindName>(
  place: Place,
  index: Index,
  { kind, paths, team, sparse }: Asked<K>,
  fresh: TextRead[],
): ReadFile<K>[] {
  const known = knownFiles(index, { kind, reading: readingOf(kind, team), paths })
  const clock = once(() => diskClock(place))
  return paths.flatMap((path) => {
    const look = lookAt(place, path)
    const row = known.get(path)
    if (look && row?.stat === look.stat) return [recall(place, kind, path, row)]
    if (!look && sparse && !isThere(place, path)) return []
    const now = clock()
    const file = readDirectly(place, kind, path, team)
    const parsed = look && 'read' in file ? parsedOf(file.read(), team) : undefined
    if (look && parsed && 'read' in file) fresh.push({ path, kind, stat: settledStat(look, now), blob: file.sheet().sha, parsed })
    return [file]
  })
}

/** Reads files of a commit: git tells which text stood where, and no text is parsed twice. */
function readThen<K extends KindName>(place: Place, past: Past, index: Index, asked: Asked<K>, fresh: TextRead[]): ReadFile<K>[] {
  const { kind, team } = asked
  const paths = pathsOf(place, asked)
  const reading = readingOf(kind, team)
  const known = paths.map((path) => {
    const blob = past.blob(path)
    const row = blob === undefined ? undefined : index.prepare(ofText).get(reading, path, blob)
    return row && { blob: blob!, value: row['value'] as string | null, problems: row['problems'] as string | null }
  })
  past.prepare(paths.filter((_, n) => !known[n]))
  return paths.map((path, n) => {
    const row = known[n]
    if (row) return recall(place, kind, path, row)
    const file = readDirectly(place, kind, path, team)
    const parsed = 'read' in file ? parsedOf(file.read(), team) : undefined
    if (parsed && 'read' in file) fresh.push({ path, kind, blob: file.sheet().sha, parsed })
    return file
  })
}

const ofText = `
  SELECT p.value, p.problems FROM texts t JOIN parsed p ON p.text = t.id AND p.reading = ? AND p.path IN ('', ?)
  WHERE t.blob = ?`

/** What the index knows of a file, read in a certain way. */
type Row = { blob: string; value: string | null; problems: string | null }

const ofKind = `
  SELECT f.path, f.stat, t.blob, p.value, p.problems FROM files f JOIN texts t ON t.id = f.text
  JOIN parsed p ON p.text = f.text AND p.reading = ? AND p.path IN ('', f.path)
  WHERE f.kind = ? AND f.path BETWEEN ? AND ?`

/** The rows of these files and at most of those between them. */
function knownFiles(
  index: Index,
  { kind, reading, paths }: { kind: KindName; reading: string; paths: readonly string[] },
): Map<string, Row & { stat: string }> {
  const [first, last] = paths.reduce(([a, b], path) => [path < a ? path : a, path > b ? path : b], [paths[0]!, paths[0]!])
  const statement = index.prepare(ofKind)
  statement.setReturnArrays(true)
  const rows = statement.all(reading, kind, first, last) as unknown as [string, string, string, string | null, string | null][]
  return new Map(rows.map(([path, stat, blob, value, problems]) => [path, { stat, blob, value, problems }]))
}

function recall<K extends KindName>(place: Place, kind: K, path: string, row: Row): ReadFile<K> {
  const value = row.value === null ? undefined : (JSON.parse(row.value) as RecordOf[K])
  const wrong = row.problems === null ? undefined : (JSON.parse(row.problems) as Problem[])
  const { blob } = row
  let sheet: ReadSheet | undefined
  let record: ReadRecord<K> | undefined
  const open = () => (sheet ??= { text: textStill(place, path, blob), sha: blob })
  return {
    path,
    value,
    problems: wrong ?? none,
    read: () =>
      (record ??= knownRecord(kind, path, {
        ...(value && { value }),
        ...(wrong && { problems: wrong }),
        text: () => open().text,
      })),
    sheet: open,
  }
}

const none: readonly Problem[] = []

/** The text that was indexed. Throws a Failure when the file was changed since this command looked at it. */
function textStill(place: Place, path: string, blob: string): string {
  const { text, sha } = openSheet(place, path)
  if (sha === blob) return text
  throw new Failure(`${path} was changed by another program while this command ran.`, { hint: 'run the command again', path })
}
