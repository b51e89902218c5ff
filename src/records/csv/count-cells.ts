const quote = 34
const lf = 10
const cr = 13

/** `misplaced` when a quote opens after what would be another separator, in the middle of a cell. */
type Count = { cells: number; misplaced: boolean }

/** How many cells each of the first `most` rows of a text has; blank lines are passed over. */
export function countCells(text: string, separator: string, most = Number.POSITIVE_INFINITY): Count[] {
  const between = separator.charCodeAt(0)
  const counts: Count[] = []
  let cells = 1
  let misplaced = false
  let rowStart = 0
  let cellStart = 0
  const endRow = (at: number) => {
    if (text.slice(rowStart, at).trim() !== '') counts.push({ cells, misplaced })
    cells = 1
    misplaced = false
  }
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at)
    if (letter === quote && at === cellStart) at = closingQuote(text, at)
    else if (letter === quote) misplaced ||= /[,;\t|]/.test(text.charAt(at - 1))
    else if (letter === between) {
      cells += 1
      cellStart = at + 1
    } else if (letter === lf || letter === cr) {
      endRow(at)
      if (counts.length >= most) return counts
      rowStart = cellStart = at + 1
    }
  }
  endRow(text.length)
  return counts
}

const closingQuote = (text: string, opening: number) => {
  let at = text.indexOf('"', opening + 1)
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2)
  return at < 0 ? text.length : at
}
