import { type KindName, kindOf, kinds } from '../../records/kinds.ts'
import type { Problem } from '../../records/problem.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import type { Place } from '../place.ts'
import { readSheet } from '../sheet.ts'
import { locate } from './found.ts'
import type { Known } from './known.ts'

/** A stub that says a record went where it is not. Only files that gave neither a record nor a problem are looked at again. */
export function judgeStub(place: Place, kind: KindName, path: string, known: Known): Problem[] {
  const stub = readStub(place, kind, path)
  if (stub?.redirect === undefined) return []
  const { redirect, sheet } = stub
  const expected = 'the path to where it went, from this folder'
  const say = (message: string) => [locate(sheet, { field: ['redirect'], message, expected, severity: 'error' })]
  if (!known.has(redirect) || kindOf(redirect) !== kind)
    return say(`redirect: there is no ${kinds[kind].title.toLowerCase()} at ${redirect}.`)
  const circle = findCircle(place, kind, path, known)
  return circle ? say(`redirect: ${circle.join(' → ')} is a circle.`) : []
}

/** The stubs that lead back to one of themselves, with that one at the end; undefined when the way ends somewhere. */
function findCircle(place: Place, kind: KindName, path: string, known: Known): string[] | undefined {
  const way = [path]
  for (;;) {
    const next = readStub(place, kind, way.at(-1)!)?.redirect
    if (next === undefined || kindOf(next) !== kind || !known.has(next)) return undefined
    if (way.includes(next)) return [...way.slice(way.indexOf(next)), next]
    way.push(next)
  }
}

function readStub(place: Place, kind: KindName, path: string) {
  const read = readSheet(place, path)
  return 'sheet' in read ? readRecord(kind, path, read.sheet.text) : undefined
}
