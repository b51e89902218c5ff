import type { Place } from '../../../workspace/place.ts'
import { blobId, readSheet } from '../../../workspace/sheet.ts'
import { readShippedFile } from '../../../workspace/start/shipped.ts'
import { isThere } from '../../../workspace/tree.ts'

/** By what the template of a tier is known: the workspace's own, else the shipped one; empty where there is none. */
export function hashTemplate(place: Place, tier: string): string {
  const path = `customers/templates/${tier}.md`
  const shipped = isThere(place, path) ? undefined : readShippedFile(path)
  if (shipped !== undefined) return blobId(shipped)
  const read = readSheet(place, path)
  return 'sheet' in read ? read.sheet.sha : ''
}
