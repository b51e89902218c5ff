import { kindOf } from '../../records/kinds.ts'
import { findConflicts } from '../../records/text/conflicts.ts'
import { readFrontMatter } from '../../records/text/front-matter.ts'
import type { MendKnown } from './known.ts'
import { bindFix, type Mend } from './mend.ts'
import { mendFrontMatter } from './mend-front-matter.ts'
import { mendKeys } from './mend-keys.ts'
import { mendLinks } from './mend-links.ts'
import { mendRedirect } from './mend-redirect.ts'
import { mendReferences } from './mend-references.ts'
import { mendValues } from './mend-values.ts'

/** Nobody writes so much by hand; check reads no longer text either. */
const longest = 4_000_000

/** What can be mended safely in one text, in the order of its lines. Each mend stands for itself, against this very text. */
export function mendsOf(path: string, text: string, known: MendKnown): Mend[] {
  const kind = kindOf(path)
  if (kind === 'episode' || kind === 'known' || text.length > longest || findConflicts(path, text).length > 0) return []
  if (!kind) return path.endsWith('.md') ? mendLinks(path, text, 0, known).map((fix) => bindFix(path, text, fix)) : []
  const sheet = readFrontMatter(path, text)
  const isBroken = sheet.problems.some(({ severity }) => severity === 'error')
  const ways =
    isBroken || sheet.from === sheet.to
      ? [() => mendFrontMatter(kind, sheet, known)]
      : typeof sheet.data['redirect'] === 'string'
        ? [() => mendRedirect(kind, sheet, known)]
        : [
            () => mendKeys(kind, sheet, known),
            () => mendValues(kind, sheet, known),
            () => mendReferences(kind, sheet, known),
            () => (path.endsWith('.md') ? mendLinks(path, text, sheet.body, known) : []),
          ]
  return ways
    .flatMap((way) => way())
    .map((fix) => bindFix(path, text, fix))
    .sort((a, b) => a.line - b.line)
}
