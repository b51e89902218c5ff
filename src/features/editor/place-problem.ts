import type { Problem } from '../../records/problem.ts'
import type { Cell } from './text/cell.ts'
import { lineEnd } from './text/line.ts'
import type { Page } from './text/open-page.ts'

/** Where a problem stands in a text: from its place to the end of the value that stands there, else to the end of the line. */
export function placeProblem(page: Page, { line, column }: Pick<Problem, 'line' | 'column'>): { from: number; to: number } {
  const { text } = page
  let start = 0
  for (let n = 1; n < line; n++) {
    const at = text.indexOf('\n', start)
    if (at < 0) break
    start = at + 1
  }
  const end = lineEnd(text, start)
  const from = Math.min(start + column - 1, end)
  const cell = page
    .cells()
    .find(
      (one): one is Cell => one.is !== 'blank' && one.text !== '' && (one.from <= from || one.from - 1 === from) && from < one.to,
    )
  const to = cell && cell.quote !== 'block' ? Math.min(cell.to, end) : start + text.slice(start, end).trimEnd().length
  return { from, to: Math.max(to, from) }
}
