import { isCalendarDay } from './field-types.ts'

/** A Markdown checkbox that names work: `- [ ] Send the MSA @ada due:2026-12-01 !high`. Lines count from 1. */
export type Task = {
  path: string
  line: number
  text: string
  /** A person's slug, as written after the `@`. */
  owner?: string
  /** A day, YYYY-MM-DD. */
  due?: string
  priority?: Priority
  done: boolean
}

type Priority = 'high' | 'medium' | 'low'

const checkbox = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\][ \t]+(.*)$/
const fence = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+][ \t]+)?(`{3,}|~{3,})(.*)$/
const marks =
  /(?<=^|\s)(?:@([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?)|due:(\d{4}-\d{2}-\d{2})|!(high|medium|low))(?=$|[\s,.;])/gu
const frontMatter = /(?<![\s\S])\uFEFF?---[ \t]*\r?\n[\s\S]*?^---[ \t]*(?:\r?\n|$)/m

/** Reads the tasks of a Markdown file, in order. What stands in front matter or in a fenced code block is none. */
export function readTasks(path: string, text: string): Task[] {
  if (!/\.(?:md|markdown)$/i.test(path)) return []
  const head = text.startsWith('---') || text.startsWith('\uFEFF---') ? (frontMatter.exec(text)?.[0] ?? '') : ''
  const skipped = head.split('\n').length - 1
  const tasks: Task[] = []
  let open = ''
  for (const [index, line] of text
    .slice(head.length)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const [, mark = '', rest = ''] = fence.exec(line) ?? []
    if (open) {
      if (mark.startsWith(open) && rest.trim() === '') open = ''
      continue
    }
    if (mark && !(mark.startsWith('`') && rest.includes('`'))) {
      open = mark
      continue
    }
    const box = checkbox.exec(line)
    if (box) tasks.push({ path, line: skipped + index + 1, ...readWords(box[2]!), done: box[1] !== ' ' })
  }
  return tasks
}

function readWords(words: string) {
  const found: { owner?: string; due?: string; priority?: Priority } = {}
  const take = (key: keyof typeof found, value: string | undefined) => {
    if (!value || found[key]) return false
    Object.assign(found, { [key]: value })
    return true
  }
  const text = words.replace(marks, (whole: string, owner?: string, due?: string, priority?: string) =>
    take('owner', owner) || take('due', due && isCalendarDay(due) ? due : undefined) || take('priority', priority) ? '' : whole,
  )
  const tidy = text
    .split(/\s+/)
    .filter(Boolean)
    .join(' ')
    .replace(/ (?=[,.;](?: |$))/g, '')
  return { text: tidy, ...found }
}

/** The line of a task, without what it is indented by. */
export function renderTask({ text, owner, due, priority, done }: Omit<Task, 'path' | 'line'>): string {
  const words = [text, owner && `@${owner}`, due && `due:${due}`, priority && `!${priority}`]
  return `- [${done ? 'x' : ' '}] ${words.filter(Boolean).join(' ')}`
}
