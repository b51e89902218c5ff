import type { Edit } from '../../records/plan.ts'
import { filedPath, keptByGit, type Taken } from '../../workspace/intake/inbox.ts'
import type { Place } from '../../workspace/place.ts'
import { readSheet } from '../../workspace/sheet.ts'
import { isThere } from '../../workspace/tree.ts'

/** How filed files leave the inbox: those that git keeps as text by the plan itself, so that undo brings them back; `others` after it. */
export function moveKept(place: Place, taken: readonly Taken[]): { edits: Edit[]; others: Taken[] } {
  const kept = keptByGit(place, taken)
  const edits = new Map<string, Edit>()
  for (const { file } of taken.filter((one) => kept.has(one.file))) {
    const read = readSheet(place, file)
    const to = filedPath(file)
    if ('sheet' in read && !isThere(place, to)) edits.set(file, { do: 'move', path: file, from: read.sheet.sha, to })
  }
  return { edits: edits.values().toArray(), others: taken.filter(({ file }) => !edits.has(file)) }
}
