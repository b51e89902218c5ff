import { readActivityName } from '../../records/file-name.ts'
import type { Place } from '../../workspace/place.ts'
import { type Kept, type Listing, readAll, readTeam } from '../../workspace/records.ts'
import { recordPaths } from '../../workspace/tree.ts'

type Asked = { customer?: string | undefined; type?: string | undefined; since?: string | undefined; limit?: number | undefined }

/** An activity before it is read: what its name says of it, or the record when the name says nothing. */
type Entry = { path: string; date: string; type: string; record?: Kept<'activity'> }

/** Activities newest first. Their names hold day, hour and type, so no more files are read than are shown (and those named otherwise). */
export function listActivities(place: Place, { customer, type, since, limit }: Asked): Listing<'activity'> & { total: number } {
  const team = readTeam(place)
  const paths = recordPaths(place, 'activity', customer)
  const other = readAll(
    place,
    'activity',
    paths.filter((path) => !readActivityName(path)),
    team,
  )
  const entries: Entry[] = [
    ...paths.flatMap((path) => {
      const named = readActivityName(path)
      return named ? [{ path, date: named.date, type: named.type }] : []
    }),
    ...other.records.map((record) => ({
      path: record.path,
      date: record.value.date.replace('T', ' ').slice(0, 16),
      type: record.value.type,
      record,
    })),
  ]
  const wanted = entries
    .filter((entry) => (!type || entry.type === type) && (!since || entry.date.slice(0, 10) >= since))
    .sort(newestFirst)
  const shown = wanted.slice(0, limit)
  const read = readAll(
    place,
    'activity',
    shown.filter(({ record }) => !record).map(({ path }) => path),
    team,
  )
  const byPath = new Map([...read.records, ...other.records].map((record) => [record.path, record]))
  const records = shown.flatMap(({ path }) => byPath.get(path) ?? [])
  return { records, total: wanted.length, problems: [...read.problems, ...other.problems] }
}

const newestFirst = (a: Entry, b: Entry) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.path < b.path ? 1 : -1)
