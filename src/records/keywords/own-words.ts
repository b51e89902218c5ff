import { linesOf, sortLines } from '../parts/find-parts.ts'
import type { OwnLine } from '../parts/find-quotes.ts'
import { isPostscript } from '../parts/find-signature.ts'

/**
 * The lines of a mail, chat or note that its author wrote: without what is quoted or forwarded, without the signature, and
 * without the lines of a transcript that people called as in `ours` said. Errs on the side of leaving out.
 */
export function ownWords(text: string, { ours = [] }: { ours?: readonly string[] } = {}): OwnLine[] {
  return withoutOurs(withoutParts(linesOf(text)), ours)
}

/** Below a signature nothing is taken for the author's own any more, but for a postscript. */
function withoutParts(lines: readonly OwnLine[]): OwnLine[] {
  const parts = sortLines(lines)
  let isOver = false
  return lines.filter(({ text }, n) => {
    const part = parts[n]!
    if (part === 'own' && isPostscript(text.trim())) isOver = false
    else if (part === 'closing' || part === 'signature' || /^--\s?$/.test(text)) isOver = true
    return part === 'own' && !isOver
  })
}

const label =
  /^[\s*_>#-]*(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s*)?[*_]{0,2}(?<name>\p{L}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2})(?:\s\([^)]*\))?[*_]{0,2}:/u

function withoutOurs(lines: readonly OwnLine[], ours: readonly string[]): OwnLine[] {
  const names = new Set(ours.map((name) => name.toLowerCase()))
  let isOurs = false
  return lines.filter(({ text }) => {
    const name = label.exec(text)?.groups?.['name']
    if (name !== undefined) isOurs = names.has(name.toLowerCase())
    else if (text.trim() === '') isOurs = false
    return !isOurs
  })
}
