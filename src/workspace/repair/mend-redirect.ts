import { posix } from 'node:path'
import { type KindName, kindOf, slugInPath } from '../../records/kinds.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import type { FrontMatter } from '../../records/text/front-matter.ts'
import { onlyOne } from './fold.ts'
import type { MendKnown } from './known.ts'
import { changeLeaf, leavesOf } from './leaves.ts'
import { type Fix, sayMend } from './mend.ts'

/** A stub whose record went on without it: the only one of its slug, or the one this repair moves. A circle is nobody's to cut. */
export function mendRedirect(kind: KindName, sheet: FrontMatter, known: MendKnown): Fix[] {
  const { redirect } = readRecord(kind, sheet.path, sheet.text)
  if (redirect === undefined || (known.has(redirect) && kindOf(redirect) === kind)) return []
  if (kind !== 'customer' && kind !== 'contact' && kind !== 'deal') return []
  const alike = known
    .alike(kind, slugInPath(redirect))
    .filter((path) => path !== sheet.path && known.redirectOf(path) === undefined)
  const found = known.movedTo(redirect) ?? onlyOne(alike)
  const leaf = leavesOf(sheet).find(({ field }) => field.join('.') === 'redirect')
  if (!leaf || found === undefined) return []
  const way = posix.relative(posix.dirname(sheet.path), found)
  const changes = changeLeaf(sheet, leaf, way)
  return changes ? [{ code: 'redirect-broken', said: sayMend(leaf.field, leaf.value, way), changes }] : []
}
