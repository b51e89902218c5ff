import { isCalendarDay } from '../kinds/field-types.ts'
import { readTasks } from '../kinds/task.ts'

/** What may change in the line of a task. */
export type TaskChange = { done?: true; due?: string; owner?: string }

const box = /^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])(\][ \t]+)/
const owned = /(?<=^|\s)@[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?(?=$|[\s,.;])/u
const dated = /(?<=^|\s)due:(\d{4}-\d{2}-\d{2})(?=$|[\s,.;])/g

/** Changes one line of a text and leaves every other byte alone. Lines count from 1, as tasks tell them. */
export function changeTaskLine(text: string, line: number, { done, due, owner }: TaskChange): string {
  const { from, to } = lineAt(text, line)
  const [head = ''] = box.exec(text.slice(from, to)) ?? []
  let words = text.slice(from + head.length, to)
  if (owner) words = put(words, owned.exec(words), `@${owner}`)
  if (due) words = put(words, [...words.matchAll(dated)].find(([, day]) => isCalendarDay(day!)) ?? null, `due:${due}`)
  return text.slice(0, from) + (done ? head.replace(/\[ \]/, '[x]') : head) + words + text.slice(to)
}

/** Takes a task out of a text, with the deeper lines below it that belong to it. */
export function takeTask(text: string, line: number): { taken: string; left: string } {
  const { from, to } = lineAt(text, line)
  const depth = indentOf(text.slice(from, to))
  let end = nextStart(text, to)
  while (end < text.length) {
    const next = text.slice(end, lineEnd(text, end))
    if (next.trim() === '' || indentOf(next) <= depth) break
    end = nextStart(text, lineEnd(text, end))
  }
  const lines = text.slice(from, end).trimEnd().split(/\r?\n/)
  const taken = lines.map((one) => one.slice(Math.min(depth, indentOf(one)))).join('\n')
  return { taken, left: text.slice(0, from) + text.slice(end) }
}

/** Lines of tasks as they are appended to a file: below a list at once, below anything else after an empty line. */
export function asAppended(text: string, lines: readonly string[]): string {
  const last = text.trimEnd().split(/\r?\n/).at(-1) ?? ''
  const joins = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(last) || text === '' || /\n[ \t]*\r?\n$/.test(text)
  return joins ? lines.join('\n') : `\n${lines.join('\n')}`
}

/** Whether a text has this task already, open or also done. */
export const findTask = (path: string, text: string, wanted: string, { andDone = false } = {}) =>
  readTasks(path, text).find((task) => task.text.toLowerCase() === wanted.toLowerCase() && (andDone || !task.done))

function put(words: string, old: RegExpExecArray | RegExpMatchArray | null, mark: string): string {
  if (old) return words.slice(0, old.index) + mark + words.slice(old.index! + old[0].length)
  const end = words.trimEnd().length
  return `${words.slice(0, end)} ${mark}${words.slice(end)}`
}

function lineAt(text: string, line: number): { from: number; to: number } {
  let from = text.startsWith('\uFEFF') ? 1 : 0
  for (let n = 1; n < line; n++) from = nextStart(text, lineEnd(text, from))
  return { from, to: lineEnd(text, from) }
}

/** Where a line ends, before its line break. */
function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  if (at < 0) return text.length
  return at > from && text[at - 1] === '\r' ? at - 1 : at
}

const nextStart = (text: string, end: number) => (text[end] === '\r' ? end + 2 : Math.min(end + 1, text.length))

const indentOf = (line: string) => /^[ \t]*/.exec(line)![0].length
