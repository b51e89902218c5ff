import { type KindName, kinds } from '../../records/kinds.ts'
import type { Problem } from '../../records/problem.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import type { Place } from '../place.ts'
import { readSheet } from '../sheet.ts'
import { locate } from './found.ts'
import type { Known } from './known.ts'

/** A stub that says a record went where it is not. Only files that gave neither a record nor a problem are looked at again. */
export function judgeStub(place: Place, kind: KindName, path: string, known: Known): Problem[] {
  const read = readSheet(place, path)
  if ('problem' in read) return []
  const { redirect, sheet } = readRecord(kind, path, read.sheet.text)
  if (redirect === undefined || (known.has(redirect) && redirect !== path)) return []
  const message = `redirect: there is no ${kinds[kind].title.toLowerCase()} at ${redirect}.`
  return [
    locate(sheet, { field: ['redirect'], message, expected: 'the path to where it went, from this folder', severity: 'error' }),
  ]
}
