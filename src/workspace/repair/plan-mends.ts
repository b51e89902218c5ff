import type { Edit } from '../../records/plan.ts'
import type { Mend } from './mend.ts'

/** The edits of mends in their order. Of those that give one file a new text one after the other, the last says it all. */
export function planMends(mends: readonly Mend[]): Edit[] {
  const edits = mends.flatMap((mend) => mend.edits)
  const last = new Map(edits.flatMap((edit, n) => (edit.do === 'replace' ? [[edit.path, n]] : [])))
  const first = new Map<string, string>()
  for (const edit of edits) if (edit.do === 'replace' && !first.has(edit.path)) first.set(edit.path, edit.from)
  return edits.flatMap((edit, n): Edit[] => {
    if (edit.do !== 'replace') return [edit]
    return last.get(edit.path) === n ? [{ ...edit, from: first.get(edit.path)! }] : []
  })
}
