import type { FieldPath } from '../../../records/plan.ts'
import type { Blank, Cell } from './cell.ts'
import { lineEnd, lineStart } from './line.ts'
import type { Page } from './open-page.ts'

type Span = { from: number; to: number; typed: string }

/** What stands, or could stand, where somebody points: offsets, and the text between them. */
export type Spot =
  /** The name of a field; `path` is that of what holds it. */
  | (Span & { in: 'key'; path: FieldPath; isBare: boolean })
  | (Span & { in: 'value'; path: FieldPath; quote?: Cell['quote'] })
  /** Between [[ and ]], a label left out. */
  | (Span & { in: 'link'; isClosed: boolean })
  /** The address of a Markdown link: between ]( and ). */
  | (Span & { in: 'address' })
  /** A word of a task: a person after @, a day after due:, an urgency after !. */
  | (Span & { in: 'person' | 'due' | 'urgency' })

/** Finds what somebody points at; undefined in running text. */
export function findSpot(page: Page, at: number): Spot | undefined {
  const link = linkAt(page, at) ?? addressAt(page, at)
  if (link) return link
  if (at >= page.body && !/\.ya?ml$/i.test(page.path)) return taskWordAt(page, at)
  const cells = page.cells()
  const cell = cells.findLast((one): one is Cell => one.is !== 'blank' && one.from <= at && at <= one.to)
  if (cell) return spotOf(cell)
  const blank = cells.find((one): one is Blank => one.is === 'blank' && one.from <= at && at <= one.to)
  return blank && goOn(blank, at)
}

const spotOf = ({ is, path, from, to, text, quote, isBare }: Cell): Spot =>
  is === 'key'
    ? { in: 'key', path: path.slice(0, -1), from, to, typed: text, isBare: isBare ?? false }
    : { in: 'value', path, from, to, typed: text, ...(quote && { quote }) }

/** What could begin on an empty line, by how far it is indented. */
function goOn({ from, frames }: Blank, at: number): Spot | undefined {
  const indent = at - from
  const key = (path: FieldPath): Spot => ({ in: 'key', path, from: at, to: at, typed: '', isBare: true })
  for (const frame of frames.toReversed()) {
    if (frame.indent > indent) continue
    if (!frame.list && frame.indent === indent) return key(frame.path)
    if (frame.indent < indent && frame.open && !frame.isFilled) return key(frame.open)
  }
  return frames.length === 0 || indent === 0 ? key([]) : undefined
}

/** The link somebody points at, anywhere but in brackets that are YAML's own. */
export function linkAt({ text, path, body }: Pick<Page, 'text' | 'path' | 'body'>, at: number): Spot | undefined {
  const start = lineStart(text, at)
  const line = text.slice(start, lineEnd(text, at))
  const open = line.lastIndexOf('[[', Math.max(0, at - start - 1))
  if (open < 0 || at - start < open + 2) return undefined
  const isYaml = /\.ya?ml$/i.test(path) || start < body
  if (isYaml && /:\s*$/.test(line.slice(0, open))) return undefined
  const [inner = ''] = /^[^\][|]*/.exec(line.slice(open + 2))!
  const rest = line.slice(open + 2 + inner.length)
  const close = /^(?:\|[^\][]*)?\]\]/.exec(rest)?.[0]
  const end = open + 2 + inner.length
  if (at - start > end + (close?.length ?? 0) - (close ? 2 : 0)) return undefined
  const isClosed = close !== undefined
  const typed = isClosed ? inner : line.slice(open + 2, at - start)
  return { in: 'link', from: start + open + 2, to: start + open + 2 + typed.length, typed, isClosed }
}

/** The address of a link in the running text. */
export function addressAt({ text, path, body }: Pick<Page, 'text' | 'path' | 'body'>, at: number): Spot | undefined {
  const start = lineStart(text, at)
  if (/\.ya?ml$/i.test(path) || start < body) return undefined
  const line = text.slice(start, lineEnd(text, at))
  const open = line.lastIndexOf('](', at - start) + 2
  if (open < 2 || at - start < open) return undefined
  const [typed = ''] = /^(?:<[^<>]*>?|[^\s()<>]*)/.exec(line.slice(open))!
  return at - start > open + typed.length
    ? undefined
    : { in: 'address', from: start + open, to: start + open + typed.length, typed }
}

/** The marked word of a task somebody points at. */
function taskWordAt(page: Page, at: number): Spot | undefined {
  const { text } = page
  const start = lineStart(text, at)
  const line = text.slice(start, lineEnd(text, at))
  const [before = ''] = /\S*$/.exec(line.slice(0, at - start))!
  const [after = ''] = /^[^\s,.;]*/.exec(line.slice(at - start))!
  const marks = [
    ['person', '@'],
    ['due', 'due:'],
    ['urgency', '!'],
  ] as const
  const found = marks.find(([, sign]) => before.startsWith(sign) || (before + after).startsWith(sign))
  if (!found || before.length < found[1].length) return undefined
  const number = text.slice(0, start).split('\n').length
  if (!page.tasks().some((task) => task.line === number)) return undefined
  const word = `${before}${after}`.replace(/[.,;]+$/, '')
  const from = at - before.length + found[1].length
  return {
    in: found[0],
    from,
    to: at - before.length + Math.max(word.length, found[1].length),
    typed: word.slice(found[1].length),
  }
}
