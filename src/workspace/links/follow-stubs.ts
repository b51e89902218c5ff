import { kindOf } from '../../records/kinds.ts'
import { mayBeStub } from '../../records/links/ways.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import type { Place } from '../place.ts'
import { readSheet } from '../sheet.ts'
import { isThere } from '../tree.ts'

/** Where stubs lead from a path; the path itself where it is no stub, or where the way is broken (opening it says how). */
export function followStubs(place: Place, path: string): string {
  const way = [path]
  for (let at = nextOf(place, path); at !== undefined; at = nextOf(place, at)) {
    if (way.includes(at) || !isThere(place, at)) return path
    way.push(at)
  }
  return way.at(-1)!
}

function nextOf(place: Place, path: string): string | undefined {
  const kind = kindOf(path)
  if (!kind || !mayBeStub(path)) return undefined
  const read = readSheet(place, path)
  if (!('sheet' in read) || !/^redirect\s*:/m.test(read.sheet.text)) return undefined
  const { redirect } = readRecord(kind, path, read.sheet.text)
  return redirect !== undefined && kindOf(redirect) === kind && !redirect.includes('\\') ? redirect : undefined
}
