import type { Cell } from '../text/cell.ts'
import { lineEnd } from '../text/line.ts'
import type { Page } from '../text/open-page.ts'

/** A part of a file: where it begins and ends, and where its name stands. */
export type Part = {
  name: string
  detail: string
  is: 'field' | 'heading' | 'task'
  from: number
  to: number
  at: { from: number; to: number }
  parts: Part[]
}

/** The parts of a file, nested: fields, headings, and tasks under the heading they stand below. */
export const outline = (page: Page): Part[] => [...fieldsIn(page), ...headingsIn(page)]

/** A key holds what follows it below its own path, up to the next key that does not. */
function fieldsIn(page: Page): Part[] {
  const cells = page.cells().filter((cell): cell is Cell => cell.is !== 'blank' && cell.text !== '')
  const found: Part[] = []
  const open: { part: Part; path: readonly string[] }[] = []
  for (const cell of cells) {
    while (open.length > 0 && !isBelow(cell, open.at(-1)!.path)) open.pop()
    for (const { part } of open) part.to = Math.max(part.to, cell.to)
    const holder = open.at(-1)
    if (cell.is === 'value') {
      if (holder && cell.path.length === holder.path.length) holder.part.detail = shorten(cell.text)
      continue
    }
    const part: Part = { name: cell.text, detail: '', is: 'field', from: cell.from, to: cell.to, at: cell, parts: [] }
    ;(holder?.part.parts ?? found).push(part)
    open.push({ part, path: cell.path })
  }
  return found
}

const isBelow = (cell: Cell, path: readonly string[]) =>
  path.every((key, n) => cell.path[n] === key) && (cell.path.length > path.length || cell.is === 'value')

const shorten = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

type Open = Part & { depth: number }

/** Headings end where the next of their rank begins. */
function headingsIn(page: Page): Part[] {
  const { text, path } = page
  if (!path.endsWith('.md')) return []
  const tasks = new Map(page.tasks().map((task) => [task.line, task]))
  const found: Part[] = []
  const open: Open[] = []
  const close = (depth: number, at: number) => {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()!.to = at
  }
  const put = (part: Part) => (open.at(-1)?.parts ?? found).push(part)
  let fence = ''
  let [line, from] = [text.slice(0, page.body).split('\n').length, page.body]
  while (from < text.length) {
    const to = lineEnd(text, from)
    const said = text.slice(from, to)
    const [, mark] = /^\s*(`{3,}|~{3,})/.exec(said) ?? []
    if (mark && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : ''
    const [, sharps, title = ''] = (fence === '' && /^(#{1,6})[ \t]+(.+?)[ \t]*#*$/.exec(said)) || []
    const task = tasks.get(line)
    if (sharps) {
      close(sharps.length, from)
      const part: Open = { name: title, detail: '', is: 'heading', from, to, at: { from, to }, parts: [], depth: sharps.length }
      put(part)
      open.push(part)
    }
    if (task) {
      const detail = [task.done ? 'done' : '', task.owner && `@${task.owner}`, task.due].filter(Boolean).join(' ')
      put({
        name: `${task.done ? '☑' : '☐'} ${task.text || '(nothing)'}`,
        detail,
        is: 'task',
        from,
        to,
        at: { from, to },
        parts: [],
      })
    }
    from = text.indexOf('\n', to) < 0 ? text.length : text.indexOf('\n', to) + 1
    line++
  }
  close(1, text.length)
  return found
}
