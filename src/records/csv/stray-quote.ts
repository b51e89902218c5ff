import { countCells } from './count-cells.ts'

/** Whether a row of several lines is so long only because a quote was opened that nobody meant. */
export function hasStrayQuote(cells: string[], readRaw: () => string, separator: string, width?: number): boolean {
  // A quote that is followed by text closed nothing; it is the next cell's opening one.
  const doubtful = cells.filter((cell) => cell.startsWith('"') && /[\r\n]/.test(cell))
  if (doubtful.length > 0) {
    const raw = readRaw()
    if (doubtful.some((cell) => !raw.includes(`"${cell.replaceAll('"', '""')}"`))) return true
  }
  if (width === undefined || width < 2 || cells.length === width) return false
  // The row does not fit the headings, and its second line alone does.
  const [, second = ''] = readRaw().split(/\r\n|\r|\n/, 2)
  return countCells(second, separator, 1)[0]?.cells === width
}
