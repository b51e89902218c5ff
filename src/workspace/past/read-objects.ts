import { objectsIn } from '../git/objects-in.ts'
import { askAtOnce } from '../git/run.ts'
import type { Place } from '../place.ts'

/** Into so many the ids are parted, so that what git answers at a time stays small. */
const handful = 5_000

/** Reads objects of git by their ids, a process for thousands of them; one that git does not have is absent. */
export function readObjects(place: Place, ids: readonly string[]): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  for (let from = 0; from < ids.length; from += handful) {
    const input = ids.slice(from, from + handful).map((id) => `${id}\n`)
    const out = askAtOnce(place, ['cat-file', '--batch', '--buffer'], { input: input.join('') })
    if (out) for (const { id, bytes } of objectsIn(out)) if (bytes) found.set(id, bytes)
  }
  return found
}
