import { kindOf } from '../../records/kinds.ts'
import type { Place } from '../place.ts'
import { isThere } from '../tree.ts'
import { readEntries } from '../write/journal.ts'
import { git, recordPath } from './run.ts'

/** How many of this clone's newest logs are looked at, for one that is still there. */
const horizon = 20

/** Paths of activities an actor logged in this clone, newest first: what waits to be committed, then what the reflog knows. */
export async function lastLogged(place: Place, actor: string): Promise<string[]> {
  const waiting = readEntries(place, 'pending')
    .filter((entry) => entry.actor === actor && entry.action === 'log')
    .toReversed()
    .flatMap(({ changes }) => changes.filter(({ before }) => before === null).map(({ path }) => path))
  const format = '%x01%(trailers:key=Dossier-Actor,valueonly,separator=%x2C)%x00'
  const args = [
    'log',
    '--walk-reflogs',
    '--grep-reflog=^dossier: log$',
    `-n${horizon}`,
    `--format=${format}`,
    '--name-only',
    '-z',
    '--diff-filter=A',
  ]
  const { out } = await git(place, args)
  const committed = out.split('\x01').flatMap((entry) => {
    const [by = '', ...paths] = entry.split('\0').map((part) => part.trim())
    return by === actor ? paths.filter(Boolean).flatMap((path) => recordPath(place, path) ?? []) : []
  })
  return [...new Set([...waiting, ...committed])].filter((path) => kindOf(path) === 'activity' && isThere(place, path))
}
