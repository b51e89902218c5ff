import type { Problem } from '../../records/problem.ts'
import { findConflicts } from '../../records/text/conflicts.ts'
import { readFrontMatter } from '../../records/text/front-matter.ts'
import type { Place } from '../place.ts'
import { readSheet } from '../sheet.ts'

/** Whether a file that is no record is read by the program or by people all the same: Markdown and YAML, attachments apart. */
export const isPlain = (path: string) => /\.(?:md|ya?ml)$/.test(path) && !/^customers\/[^/]+\/documents\//.test(path)

/** What can be wrong in a file that is no record: it is not text, holds both sides of a merge, or is no YAML. */
export function checkPlain(place: Place, path: string): Problem[] {
  const read = readSheet(place, path)
  if ('problem' in read) return [read.problem]
  const conflicts = findConflicts(path, read.sheet.text)
  if (conflicts.length > 0 || path.endsWith('.md')) return conflicts
  const { document, problems } = readFrontMatter(path, read.sheet.text)
  return document.errors.length > 0 ? problems : []
}
