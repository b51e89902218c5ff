import { gitAtOnce, gitPath, recordPath } from '../git/run.ts'
import type { Place } from '../place.ts'
import { readObjects } from './read-objects.ts'

/** Of more files than these, no more are looked up. */
const most = 1_000

/** Files as one of the commits after `commit` held them, by path, where it held these contents at that very path; `wanted` has git's ids. */
export function readCommitted(place: Place, commit: string, wanted: ReadonlyMap<string, string>): Map<string, Buffer> {
  const paths = [...wanted.keys()].slice(0, most)
  if (paths.length === 0) return new Map()
  const asked = ['log', '--format=', '--raw', '--no-abbrev', '--no-renames', '-z', `${commit}..HEAD`, '--']
  const out = gitAtOnce(place, [...asked, ...paths.map((path) => gitPath(place, path))])
  const held = [...out.matchAll(/:\d+ 100\d+ \w+ (\w+) \w\0([^\0]+)\0/g)].flatMap(([, id, named]) => {
    const path = recordPath(place, named!)
    return path !== undefined && wanted.get(path) === id ? [[path, id!] as const] : []
  })
  const texts = readObjects(
    place,
    held.map(([, id]) => id),
  )
  return new Map(held.flatMap(([path, id]) => (texts.has(id) ? [[path, texts.get(id)!] as const] : [])))
}
