import { findDisclaimer } from './find-disclaimers.ts'
import { type OwnLine, withoutQuotes } from './find-quotes.ts'
import { findSignature } from './find-signature.ts'

/** What a line of a mail is: its author's own words, their taking leave, who they say they are, a legal or automatic text, or an older mail. */
export type Part = 'own' | 'closing' | 'signature' | 'disclaimer' | 'quoted'

/** What each line of a text is, for telling it: a text that would have no own line left has said something by the others, which stay its own. */
export function findParts(lines: readonly OwnLine[]): Part[] {
  const parts = sortLines(lines)
  const isLeft = lines.some(({ text }, n) => parts[n] === 'own' && text.trim() !== '')
  return isLeft ? parts : parts.map((part) => (part === 'quoted' ? part : 'own'))
}

/** What each line of a text is, for judging what its author said. */
export function sortLines(lines: readonly OwnLine[]): Part[] {
  const parts = lines.map((): Part => 'quoted')
  const at = new Map(lines.map(({ line }, n) => [line, n]))
  for (const { line } of withoutQuotes(lines)) parts[at.get(line)!] = 'own'
  const isSaid = (n: number) => parts[n] === 'own' && lines[n]!.text.trim() !== ''
  const written = lines.findIndex((_, n) => isSaid(n))
  for (const [from, to] of stretches(lines.length, isSaid)) {
    const begin = findDisclaimer(lines.slice(from, to).map(({ text }) => text.trim()))
    if (begin >= 0 && (from + begin > written || to < lines.length)) parts.fill('disclaimer', from + begin, to)
  }
  for (const [from, to] of stretches(lines.length, (n) => parts[n] !== 'quoted')) {
    const { ends, over } = findSignature(
      lines.slice(from, to).map(({ text }, n) => (parts[from + n] === 'disclaimer' ? '' : text.trim())),
    )
    for (const [n, end] of ends) parts[from + n] = end
    for (let n = from + over; n < to; n++) if (parts[n] === 'own') parts[n] = 'quoted'
  }
  return parts
}

/** Runs of neighbours that are so, as half-open ranges. */
function stretches(length: number, isSo: (n: number) => boolean): [from: number, to: number][] {
  const found: [number, number][] = []
  for (let n = 0; n < length; n++) {
    if (!isSo(n)) continue
    const from = n
    while (n < length && isSo(n)) n++
    found.push([from, n])
  }
  return found
}

/** The lines of a text, counted from 1, as they are given to whatever looks for its parts. */
export const linesOf = (text: string): OwnLine[] => text.split('\n').map((line, n) => ({ line: n + 1, text: line.trimEnd() }))
