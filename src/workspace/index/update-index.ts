import type { TeamFields } from '../../records/kinds/fields.ts'
import { kindOf } from '../../records/kinds.ts'
import { walk } from '../check/walk.ts'
import type { Place } from '../place.ts'
import { customerSlugs, namesIn } from '../tree.ts'
import { keepTexts } from './keep-texts.ts'
import { diskClock, lookAt } from './look.ts'
import { dropIndex, type Index, isTrouble } from './open-index.ts'
import { openReader, type Reader } from './open-reader.ts'
import type { TextRead } from './read-text.ts'

type Asked = {
  team: TeamFields | undefined
  /** Called with the files read so far and all that are to be read. */
  progress?: ((done: number, total: number) => void) | undefined
}

/** What an update found: the files there are, how many were read, and how many were no longer there. */
export type Updated = { files: number; read: number; gone: number }

/** So many files are put into the index as one change: fewer cost more, more hold more in memory. */
const atOnce = 8_000

/** Below so many files, starting threads costs more than they save. */
const manyFiles = 2_000

/** The folders whose texts are searched. */
export const searched = ['customers', 'sales-toolkit', 'workspace-setup', 'personal', 'reporting']

/** Whether a file's text is searched: records, and Markdown and plain text beside them. */
export const isText = (path: string) => /\.(?:md|txt)$/.test(path) || kindOf(path) !== undefined

/** Brings the whole index up to date with the tree: what is new or changed is read, what is gone is forgotten. What was done stands, should it be cut short. Undefined when the index cannot be written. */
export async function updateIndex(place: Place, index: Index, { team, progress }: Asked): Promise<Updated | undefined> {
  let reader: Reader | undefined
  try {
    const known = knownStats(index)
    const clock = diskClock(place)
    const isNew = known.size === 0
    const there = new Set<string>()
    const changed = isNew ? listTexts(place, there) : findChanged(place, known, there)
    reader = openReader(place, { team, clock }, isMany(place, changed))
    let read = 0
    const waiting: TextRead[] = []
    for await (const texts of reader.read(changed)) {
      waiting.push(...texts)
      read += texts.length
      progress?.(read, Array.isArray(changed) ? changed.length : there.size)
      if (waiting.length >= atOnce && !keepTexts(index, waiting.splice(0))) return undefined
    }
    if (waiting.length > 0 && !keepTexts(index, waiting)) return undefined
    const gone = [...known].flatMap(([path, { kind }]): [string, string][] => (there.has(path) ? [] : [[path, kind]]))
    if (gone.length > 0 && !forget(index, gone)) return undefined
    return { files: there.size, read, gone: gone.length }
  } catch (error) {
    if (!isTrouble(error)) throw error
    dropIndex(place, error)
    return undefined
  } finally {
    await reader?.end()
  }
}

/** Whether it is worth to start threads. */
const isMany = (place: Place, changed: Iterable<string>) =>
  Array.isArray(changed) ? changed.length > manyFiles : customerSlugs(place).length > manyFiles / 6

/** The texts of the tree that the index does not know as they stand; all there are, are added to `there`. */
const findChanged = (place: Place, known: ReturnType<typeof knownStats>, there: Set<string>): string[] =>
  [...listTexts(place, there)].filter((path) => !known.has(path) || known.get(path)!.stat !== lookAt(place, path)?.stat)

/** The texts of the tree, customer by customer, so that reading may begin before all names are known. Each is added to `there`. */
function* listTexts(place: Place, there: Set<string>): Generator<string> {
  for (const paths of listFiles(place))
    for (const path of paths.filter(isText)) {
      there.add(path)
      yield path
    }
}

function* listFiles(place: Place): Generator<readonly string[]> {
  yield namesIn(place, 'customers', (entry) => entry.isFile()).map((name) => `customers/${name}`)
  const customers = namesIn(place, 'customers', (entry) => !entry.isFile()).map((name) => `customers/${name}`)
  for (const folder of [...customers, ...searched.slice(1)]) yield walk(place, [folder]).files
}

/** The stat keys of files by path; empty where their words are not in the index yet, as after a list. */
function knownStats(index: Index): Map<string, { kind: string; stat: string }> {
  const statement = index.prepare("SELECT kind, path, iif(found, stat, '') FROM files JOIN texts ON id = text")
  statement.setReturnArrays(true)
  const rows = statement.all() as unknown as [string, string, string][]
  return new Map(rows.map(([kind, path, stat]) => [path, { kind, stat }]))
}

const forget = (index: Index, gone: readonly [path: string, kind: string][]): boolean =>
  index.write(() => {
    for (const [path, kind] of gone) index.prepare('DELETE FROM files WHERE kind = ? AND path = ?').run(kind, path)
  })
