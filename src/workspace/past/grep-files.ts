import { git, gitPath, recordPath } from '../git/run.ts'
import { gitOf, type Place } from '../place.ts'

/** The files in which git's search finds something, below these folders: those on the disk, new ones included, or those of the commit that is looked at. */
export async function grepFiles(place: Place, wanted: readonly string[], folders: readonly string[]): Promise<string[]> {
  const { past } = place
  const { prefix } = gitOf(place)
  const where = folders.length > 0 ? folders.map((folder) => gitPath(place, folder)) : prefix ? [prefix] : []
  const { out } = await git(place, [
    'grep',
    '-l',
    '-z',
    ...(past ? [] : ['--untracked']),
    ...wanted,
    ...(past ? [past.commit] : []),
    '--',
    ...where,
  ])
  return out
    .split('\0')
    .filter(Boolean)
    .flatMap((named) => recordPath(place, past ? named.slice(past.commit.length + 1) : named) ?? [])
}
