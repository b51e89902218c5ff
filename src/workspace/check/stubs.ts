import { type KindName, kindOf, kinds } from '../../records/kinds.ts'
import type { Problem } from '../../records/problem.ts'
import { type ReadRecord, readRecord } from '../../records/schema/read-record.ts'
import { locate } from './found.ts'
import type { Known } from './known.ts'

/** A stub that says a record went where it is not. */
export function judgeStub(read: ReadRecord, known: Known): Problem[] {
  const { kind, path, redirect } = read
  if (redirect === undefined) return []
  const expected = 'the path to where it went, from this folder'
  const say = (message: string) => [locate(read.sheet, { code: 'redirect-broken', field: ['redirect'], message, expected })]
  if (!known.has(redirect) || kindOf(redirect) !== kind)
    return say(`redirect: there is no ${kinds[kind].title.toLowerCase()} at ${redirect}.`)
  const circle = findCircle(kind, path, redirect, known)
  return circle ? say(`redirect: ${circle.join(' → ')} is a circle.`) : []
}

/** The stubs that lead back to one of themselves, with that one at the end; undefined when the way ends somewhere. */
function findCircle(kind: KindName, path: string, to: string, known: Known): string[] | undefined {
  const way = [path]
  for (let next: string | undefined = to; next !== undefined && kindOf(next) === kind && known.has(next); ) {
    if (way.includes(next)) return [...way.slice(way.indexOf(next)), next]
    way.push(next)
    const { text } = known.source.read(next)
    next = text === undefined ? undefined : readRecord(kind, next, text).redirect
  }
  return undefined
}
