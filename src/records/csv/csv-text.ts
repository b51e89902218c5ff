/** Rows as CSV (RFC 4180, lines end in LF), for people's programs and for reading back. */
export function csvText(rows: string[][], separator = ','): string {
  return rows.map((row) => `${row.map((cell) => quoteWhereNeeded(cell, separator, row.length)).join(separator)}\n`).join('')
}

// A lone empty cell would be a blank line; blanks at an end are trimmed by some readers unless quoted.
const quoteWhereNeeded = (cell: string, separator: string, width: number) =>
  cell.includes(separator) || /["\r\n]|^\s|\s$/.test(cell) || (cell === '' && width === 1)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell
