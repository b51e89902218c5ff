import { styleText } from 'node:util'
import type { FoundText } from '../../features/search/find-texts.ts'
import type { FoundLine } from '../../records/search/find-lines.ts'
import { tameText } from '../../records/text/tame-text.ts'

/** What was found: a file's place, then its best lines with the finds set off. */
export const sayHits = (found: readonly FoundText[], width = process.stdout.columns ?? 120): string =>
  found
    .map(({ path, line, lines }) =>
      [
        styleText('bold', `${path}:${line}`),
        ...lines.map((one) => `${String(one.line).padStart(6)}  ${sayLine(one, width - 8)}`),
      ].join('\n'),
    )
    .join('\n')

/** A line around its finds, no wider than there is room. */
function sayLine({ text, marks }: FoundLine, width: number): string {
  const room = Math.max(20, width)
  const first = marks[0]?.[0] ?? 0
  const from = text.length <= room ? 0 : Math.max(0, Math.min(first - Math.floor(room / 4), text.length - room + 1))
  const to = Math.min(text.length, from + room - (from > 0 ? 1 : 0) - (text.length > from + room ? 1 : 0))
  let said = from > 0 ? '…' : ''
  let at = from
  for (const [start, end] of marks) {
    if (start < at || start >= to) continue
    said += show(text.slice(at, start)) + styleText(['bold', 'yellow'], show(text.slice(start, Math.min(end, to))))
    at = Math.min(end, to)
  }
  return said + show(text.slice(at, to)) + (to < text.length ? '…' : '')
}

const show = (part: string) => tameText(part)
