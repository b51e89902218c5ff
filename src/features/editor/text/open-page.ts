import { readTasks, type Task } from '../../../records/kinds/task.ts'
import { type KindName, kindOf } from '../../../records/kinds.ts'
import { once } from '../../../records/once.ts'
import type { Blank, Cell } from './cell.ts'
import { readCells } from './read-cells.ts'

/** A file as somebody edits it: what kind of record it is, and its parts, each read when it is first asked for. */
export type Page = {
  path: string
  kind: KindName | undefined
  text: string
  /** Where the running text begins. */
  body: number
  cells: () => readonly (Cell | Blank)[]
  tasks: () => readonly Task[]
}

const opening = /^\uFEFF?---[ \t]*\r?\n/
const closing = /^---[ \t]*(?:\r?\n|$(?![\s\S]))/m

/** Beyond so many letters a text is edited without help: each answer reads it from its beginning. */
export const longest = 1_000_000

/** Opens a text for whoever edits it. Never throws, whatever the text. */
export function openPage(path: string, text: string): Page {
  const { from, to, body } = boundsOf(path, text)
  const isLong = text.length > longest
  return {
    path,
    kind: kindOf(path),
    text,
    body,
    cells: once(() => (isLong || from > to ? [] : readCells(text, from, to))),
    tasks: once(() => (isLong ? [] : readTasks(path, text))),
  }
}

/** Where the keys and values stand; front matter that is not closed yet goes on to the first empty line. */
function boundsOf(path: string, text: string): { from: number; to: number; body: number } {
  if (/\.ya?ml$/i.test(path)) return { from: text.startsWith('\uFEFF') ? 1 : 0, to: text.length, body: text.length }
  const head = opening.exec(text)?.[0].length
  if (head === undefined) return { from: 0, to: -1, body: 0 }
  const rest = text.slice(head)
  const end = closing.exec(rest)
  if (end) return { from: head, to: head + end.index - 1, body: head + end.index + end[0].length }
  const gap = /^[ \t]*\r?\n(?=[^\s:]*(?:\s|$))/m.exec(rest)
  const to = gap ? head + gap.index : text.length
  return { from: head, to, body: to + 1 }
}
