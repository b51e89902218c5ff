import { isScalar } from 'yaml'
import type { FieldPath } from '../plan.ts'
import { nodeAt } from '../text/entry.ts'
import { type FrontMatter, fieldPlace, placeOf } from '../text/front-matter.ts'

type Spot = { line: number; column: number }

/** Where each character of a field's text stands in its file: behind a quote, and on the lines of a text that is folded over several. */
export function openTextPlaces(sheet: FrontMatter, field: FieldPath): (at: number) => Spot {
  const node = nodeAt(sheet.document, field)
  if (!isScalar(node) || !node.range) return () => fieldPlace(sheet, field)
  const [from, to] = [sheet.from + node.range[0], sheet.from + node.range[1]]
  const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL'
  const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
  const begins = isBlock ? sheet.text.indexOf('\n', from) + 1 : from + Number(isQuoted)
  const lines = sheet.text.slice(begins, to).split('\n')
  return (at) => {
    let left = at
    let offset = begins
    for (const [n, line] of lines.entries()) {
      const indent = n === 0 && !isBlock ? 0 : line.length - line.trimStart().length
      const length = line.trimEnd().length - indent
      if (left <= length || n === lines.length - 1)
        return placeOf(sheet.text, offset + indent + Math.min(left, Math.max(0, length)))
      left -= length + 1
      offset += line.length + 1
    }
    return placeOf(sheet.text, begins)
  }
}
