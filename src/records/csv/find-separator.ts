import { countCells } from './count-cells.ts'
import { type Separator, separators } from './csv-row.ts'

const rowsLookedAt = 200

/** The separator Excel's first line `sep=;` declares, or '' when it declares one we do not read; undefined when the line is none. */
export function declaredSeparator(text: string): Separator | '' | undefined {
  const said = /^"?sep=(.)"?[^\S\t\r\n]*(?:\r|\n|$)/i.exec(text)?.[1]
  return said === undefined ? undefined : (separators.find((each) => each === said) ?? '')
}

/** What stands between cells, guessed from the first rows: whatever gives the most rows as many cells as there are headings. */
export function findSeparator(sample: string, whole = true): Separator {
  const tried = separators.map((separator) => ({ separator, ...judge(sample, whole, separator) }))
  const [best] = tried.toSorted((a, b) => b.score - a.score || a.afterBlank - b.afterBlank)
  return best!.separator
}

const judge = (sample: string, whole: boolean, separator: Separator) => {
  const [headings = { cells: 1, misplaced: false }, ...counts] = countCells(sample, separator, rowsLookedAt)
  // The last row of a part may be cut in two, in the middle of a quoted cell.
  const rows = whole || counts.length + 1 === rowsLookedAt ? counts : counts.slice(0, -1)
  const width = headings.cells
  const alike = rows.reduce((sum, row) => sum + trust(row) * likeness(row.cells, width), 1) / (rows.length + 1)
  // One column is the last resort, but a better reading than rows that do not fit their headings.
  const worth = trust(headings) * (width > 1 ? width - 1 : 0.05)
  // In running text a comma is followed by a blank, between cells it seldom is.
  const afterBlank = /^\s*([^\r\n]*)/.exec(sample)![1]!.split(`${separator} `).length
  return { score: alike * worth, afterBlank }
}

const trust = ({ misplaced }: { misplaced: boolean }) => (misplaced ? 0.1 : 1)

const likeness = (cells: number, width: number) => {
  if (cells === width) return 1
  if (cells === 1 || width === 1) return 0
  return cells < width ? 0.5 : 0.25
}
