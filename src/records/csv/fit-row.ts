/** Makes a row as wide as the headings; undefined when all its cells are empty, a reason when it has more cells with something in them. */
export function fitRow(cells: string[], width: number): { cells: string[]; short?: number } | { reason: string } | undefined {
  if (cells.every(isBlank)) return undefined
  if (cells.length === width) return { cells }
  if (cells.length < width)
    return { cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')], short: cells.length }
  if (cells.slice(width).every(isBlank)) return { cells: cells.slice(0, width) }
  return { reason: `${cells.length} cells, the headings are ${width}` }
}

const isBlank = (cell: string) => cell === '' || cell.trim() === ''
