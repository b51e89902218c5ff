import { stripVTControlCharacters, styleText } from 'node:util'
import stringWidth from 'string-width'

/** A column: its heading, how a row's cell reads, and whether it is a figure (set to the right). */
export type Column<R> = { heading: string; cell: (row: R) => string; right?: boolean }

/** Rows in aligned columns with dim headings; empty columns are left out. Widths are those of a terminal (CJK is wide). */
export function table<R>(rows: readonly R[], columns: readonly Column<R>[]): string {
  const all = columns.map((column) => ({ ...column, cells: rows.map((row) => column.cell(row)) }))
  const kept = all.filter(({ cells }) => cells.some(Boolean))
  const widths = kept.map(({ heading, cells }) => Math.max(...[heading, ...cells].map(widthOf)))
  const line = (cells: string[]) =>
    kept
      .map(({ right }, n) => pad(cells[n]!, widths[n]!, right))
      .join('  ')
      .trimEnd()
  const head = styleText('dim', line(kept.map(({ heading }) => heading)))
  return [head, ...rows.map((_, n) => line(kept.map(({ cells }) => cells[n]!)))].join('\n')
}

const pad = (text: string, width: number, right = false) => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return right ? space + text : text + space
}

/** A text cut to a width, for columns that hold prose. */
export function cut(text: string, width: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (widthOf(line) <= width) return line
  const letters = Array.from(line)
  while (widthOf(letters.join('')) > width - 1) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

const narrow = /^[ -~\u00a0-\u02af\u2010-\u203a\u20a0-\u20bf\u2190-\u21ff]*$/

/** How many places a text takes in a terminal; Latin text and common signs need no table of emoji. */
function widthOf(text: string): number {
  const bare = stripVTControlCharacters(text)
  return narrow.test(bare) ? bare.length : stringWidth(bare)
}
