import { lineEnd, lineStart } from '../text/line.ts'
import type { Page } from '../text/open-page.ts'
import type { TextChange } from './text-change.ts'

/** Ticks the task on the line somebody points at, or takes its tick away; undefined where there is no task. */
export function toggleTask(page: Page, at: number): (TextChange & { done: boolean }) | undefined {
  const { path, text } = page
  const start = lineStart(text, at)
  const line = text.slice(start, lineEnd(text, at))
  if (!/\[[ xX]\]/.test(line)) return undefined
  const number = text.slice(0, start).split('\n').length
  const task = page.tasks().find((one) => one.line === number)
  if (!task) return undefined
  const from = start + line.search(/\[[ xX]\]/) + 1
  return { path, from, to: from + 1, put: task.done ? ' ' : 'x', done: !task.done }
}
