import type { FieldPath } from '../../../records/plan.ts'
import type { Cell } from './cell.ts'
import { closeOf, lineEnd } from './line.ts'

type Open = { isMap: boolean; path: FieldPath; count: number; key?: string }

const topKey = /^[A-Za-z_][\w-]*:(?:\s|$)/

/** Reads what stands between brackets, closed or not, from `at` on; answers where it ends. A line that begins like a key of the record ends it as well. */
export function readFlow(text: string, at: number, to: number, path: FieldPath, cells: Cell[]): number {
  const opens: Open[] = []
  let gap: number | undefined
  let pos = at
  const here = (open: Open): FieldPath => (open.isMap ? [...open.path, open.key ?? ''] : [...open.path, `${open.count}`])
  const fill = (end: number) => {
    const open = opens.at(-1)
    if (open && gap !== undefined) {
      const isKey = open.isMap && open.key === undefined
      cells.push({ is: isKey ? 'key' : 'value', path: here(open), from: gap, to: end, text: '', ...(isKey && { isBare: true }) })
    }
    gap = undefined
  }
  const take = (from: number, end: number, quote?: '"' | "'") => {
    const open = opens.at(-1)!
    gap = undefined
    const word = text.slice(from, end)
    const after = /^\s*:/.exec(text.slice(quote ? end + 1 : end, to))
    const next = (quote ? end + 1 : end) + (after?.[0].length ?? 0)
    const said = { from, to: end, text: word, ...(quote && { quote }) }
    if (!open.isMap || open.key !== undefined) {
      cells.push({ is: 'value', path: here(open), ...said })
      return quote ? end + 1 : end
    }
    cells.push({ is: 'key', path: [...open.path, word], ...said, ...(!after && { isBare: true as const }) })
    if (after) [open.key, gap] = [word, next]
    return next
  }
  while (pos < to) {
    const sign = text[pos]!
    if (sign === '\n' && topKey.test(text.slice(pos + 1, pos + 80))) break
    if (sign === '[' || sign === '{') {
      const outer = opens.at(-1)
      opens.push({ isMap: sign === '{', path: outer ? here(outer) : path, count: 0 })
      gap = ++pos
    } else if (sign === ']' || sign === '}') {
      fill(pos++)
      opens.pop()
      if (opens.length === 0) return pos
    } else if (sign === ',') {
      fill(pos)
      const open = opens.at(-1)!
      open.count++
      delete open.key
      gap = ++pos
    } else if (sign === '"' || sign === "'") {
      const end = closeOf(text, pos + 1, to, sign)
      pos = take(pos + 1, end, sign)
    } else if (/\s/.test(sign)) pos++
    else if (sign === '#' && /\s/.test(text[pos - 1] ?? ' ')) pos = lineEnd(text, pos, to)
    else pos = take(pos, endOfWord(text, pos, to))
  }
  fill(text.slice(at, pos).trimEnd().length + at + (gap !== undefined && text[pos - 1] === ' ' ? 1 : 0))
  return pos
}

function endOfWord(text: string, from: number, to: number): number {
  const [word = ''] = /^(?:[^,[\]{}\r\n:#]|:(?![\s,[\]{}]|$)|(?<!\s)#)+/.exec(text.slice(from, to)) ?? []
  return from + Math.max(1, word.trimEnd().length)
}
