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
    if (out) take(out, found)
  }
  return found
}

/** `<id> <type> <size>`, the contents, and a line's end for each; `<id> missing` for what is not there. */
function take(out: Buffer, found: Map<string, Buffer>): void {
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at)
    const [id = '', , size] = out.toString('latin1', at, end).split(' ')
    at = end + 1
    if (size === undefined) continue
    found.set(id, out.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
}
