import { stripVTControlCharacters, styleText } from 'node:util'
import stringWidth from 'string-width'

/** A column: its heading and how a row's cell reads. */
export type Column<R> = {
  heading: string
  cell: (row: R) => string
  /** A figure, set to the right. */
  right?: boolean
  /** Cut where the terminal ends. */
  prose?: boolean
  /** Left out where the terminal is too narrow. */
  spare?: boolean
  /** Shown even when every cell is empty. */
  asked?: boolean
  /** Never wider than this. */
  most?: number
}

/** Rows in aligned columns with dim headings; empty columns are left out. Widths are those of a terminal (CJK is wide). */
export function table<R>(rows: readonly R[], columns: readonly Column<R>[], width = process.stdout.columns ?? Infinity): string {
  const all = columns.map((column) => ({ ...column, cells: rows.map((row) => bounded(column.cell(row), column.most)) }))
  const filled = all.filter(({ cells, asked }) => asked || cells.some(Boolean))
  const kept = spareColumns(
    filled.map((column) => ({ ...column, wanted: widest([column.heading, ...column.cells]) })),
    width,
  )
  const wanted = kept.map((column) => column.wanted)
  const widths = fit(
    wanted,
    kept.map(({ prose }) => Boolean(prose)),
    width,
  )
  const line = (cells: string[]) =>
    kept
      .map(({ right, prose }, n) =>
        pad(
          prose && widthOf(cells[n]!) > widths[n]! ? cut(stripVTControlCharacters(cells[n]!), widths[n]!) : cells[n]!,
          widths[n]!,
          right,
        ),
      )
      .join('  ')
      .trimEnd()
  const head = styleText('dim', line(kept.map(({ heading }) => heading)))
  return [head, ...rows.map((_, n) => line(kept.map(({ cells }) => cells[n]!)))].join('\n')
}

const bounded = (cell: string, most?: number) => (most === undefined ? cell : cut(cell, most))
const widest = (cells: readonly string[]) => cells.reduce((most, cell) => Math.max(most, widthOf(cell)), 0)

/** How narrow a column of prose may become; before it is narrower than what can be read, columns to spare are left out. */
const narrowest = 12
const readable = 24

/** Leaves columns out that can be spared, the last first, until the others have room. */
function spareColumns<C extends { wanted: number; prose?: boolean; spare?: boolean }>(columns: C[], width: number): C[] {
  const needed = columns.reduce((sum, { wanted, prose }) => sum + 2 + (prose ? Math.min(wanted, readable) : wanted), -2)
  const last = columns.findLastIndex(({ spare }) => spare)
  return needed <= width || last < 0 ? columns : spareColumns(columns.toSpliced(last, 1), width)
}

/** Takes what is too wide for the terminal from the columns of prose, the widest first. */
function fit(wanted: number[], prose: boolean[], width: number): number[] {
  const widths = [...wanted]
  for (let over = widths.reduce((sum, own) => sum + own + 2, -2) - width; over > 0; over--) {
    const most = Math.max(...widths.filter((_, n) => prose[n]))
    if (!(most > narrowest)) break
    widths[widths.findIndex((own, n) => prose[n] && own === most)]! -= 1
  }
  return widths
}

const pad = (text: string, width: number, right = false) => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return right ? space + text : text + space
}

/** A text cut to a width, for columns that hold prose. Of a long one only the beginning is looked at. */
export function cut(text: string, width: number): string {
  const beginning = text.trimStart().slice(0, 8 * width + 64)
  const line = beginning.replace(/\s+/g, ' ').trim()
  if (beginning.length >= text.trim().length && widthOf(line) <= width) return line
  const letters = Array.from(line).slice(0, width)
  while (letters.length > 0 && widthOf(letters.join('')) > width - 1) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

const narrow = /^[ -~\u00a0-\u02af\u2010-\u203a\u20a0-\u20bf\u2190-\u21ff]*$/

/** How many places a text takes in a terminal; Latin text and common signs need no table of emoji. */
function widthOf(text: string): number {
  const bare = stripVTControlCharacters(text)
  return narrow.test(bare) ? bare.length : stringWidth(bare)
}

/** Running text in lines no wider than the terminal (and never wider than eyes like), broken between words. */
export function wrap(text: string, width = Math.min(process.stdout.columns ?? 100, 100)): string {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}
