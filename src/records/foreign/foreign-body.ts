import { tameText } from '../text/tame-text.ts'

/** Letters of a body that a record holds; a longer one is cut. */
const longest = 200_000
const blanks = 2

/**
 * A text that others wrote, as the body of a record: line for line as they wrote it, but without what steers or hides, without tasks
 * of theirs that would become ours, and without what git would take for a conflict. `isCut` tells that it went on.
 */
export function foreignBody(text: string): { body: string; isCut: boolean } {
  const tame = tameText(text.slice(0, longest))
  const lines = tame.split('\n').map((line) => escapeLine(line.trimEnd()))
  const body = lines
    .filter((line, n) => line !== '' || lines.slice(Math.max(0, n - blanks), n).some(Boolean))
    .join('\n')
    .trim()
  return { body, isCut: text.length > longest }
}

const checkbox = /^([ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[(?=[ xX]\][ \t])/

const escapeLine = (line: string) => line.replace(checkbox, '$1\\[').replace(/^([<>]{7}|={7})(?= |$)/, (marks) => `\\${marks}`)
