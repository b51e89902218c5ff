import type { Problem } from '../../records/problem.ts'
import { findConflicts } from '../../records/text/conflicts.ts'
import { readFrontMatter } from '../../records/text/front-matter.ts'

/** Whether a file that is no record is read by the program or by people all the same: Markdown and YAML, attachments apart. */
export const isPlain = (path: string) => /\.(?:md|ya?ml)$/.test(path) && !/^customers\/[^/]+\/documents\//.test(path)

/** What can be wrong in a text that is no record: it holds both sides of a merge, or is no YAML. */
export function judgePlain(path: string, text: string): Problem[] {
  const conflicts = findConflicts(path, text)
  if (conflicts.length > 0 || path.endsWith('.md')) return conflicts
  const { document, problems } = readFrontMatter(path, text)
  return document.errors.length > 0 ? problems : []
}
