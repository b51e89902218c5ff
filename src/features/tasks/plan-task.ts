import { Failure } from '../../failure.ts'
import { readTasks, renderTask, type Task } from '../../records/kinds/task.ts'
import type { Edit, Plan } from '../../records/plan.ts'
import { applyEdits } from '../../records/text/apply-edits.ts'
import { asAppended, changeTaskLine, findTask, type TaskChange, takeTask } from '../../records/text/task-line.ts'
import { placeOf } from './find-task.ts'

/** The records in whose text a task may stand. */
export const taskHolders = ['customer', 'contact', 'deal', 'activity'] as const

type File = { path: string; text: string; sha: string }
type Marks = { owner?: string | undefined; due?: string | undefined; priority?: Task['priority'] | undefined }

/** What a plan about a task comes to: the task as it will be, with its place. */
export type Planned = { plan: Plan; task: Task; said: string }

/** Decides a new task at the end of a record. The marks in its words count (`@ben due:2026-12-01 !high`); those given win. */
export function planNewTask(
  file: File,
  called: string,
  words: string,
  { owner, due, priority }: Marks,
  usualOwner?: string,
): Planned {
  const [written] = readTasks('task.md', `- [ ] ${words.replace(/\s+/g, ' ').trim()}`)
  if (!written?.text) throw new Failure('The task has no text.', { hint: 'dossier task new acme "Send the MSA"', exitCode: 2 })
  const who = owner ?? written.owner ?? usualOwner
  const [when, how] = [due ?? written.due, priority ?? written.priority]
  const line = renderTask({
    text: written.text,
    done: false,
    ...(who && { owner: who }),
    ...(when && { due: when }),
    ...(how && { priority: how }),
  })
  refuseTwice(file, written.text)
  const edit: Edit = { do: 'append', path: file.path, from: file.sha, text: asAppended(file.text, [line]) }
  const task = taskAfter(file, [edit], written.text)
  return { plan: { subject: `${called}: new task ${written.text}`, edits: [edit] }, task, said: `${line}\n${placeOf(task)}` }
}

/** Decides a change in the line of a task; no other byte of its file changes. */
export function planTaskChange(file: File, task: Task, change: TaskChange): Planned {
  const text = changeTaskLine(file.text, task.line, change)
  const edits: Edit[] = text === file.text ? [] : [{ do: 'replace', path: file.path, from: file.sha, text }]
  const changed = readTasks(file.path, text).find(({ line }) => line === task.line) ?? task
  const what = [change.done && 'done', change.due && `due ${change.due}`, change.owner && `to ${change.owner}`]
    .filter(Boolean)
    .join(', ')
  const said = edits.length > 0 ? `${task.text}: ${what}` : `${task.text} is ${what} already`
  return { plan: { subject: said, edits }, task: changed, said: `${said}  ${placeOf(task)}` }
}

/** Decides the way of a task, with what stands below it, into another record; it may change on the way. */
export function planTaskMove(file: File, task: Task, into: File & { called: string }, change: TaskChange): Planned {
  if (into.path === file.path)
    throw new Failure(`"${task.text}" is in ${file.path} already.`, { hint: 'name another record', exitCode: 2 })
  refuseTwice(into, task.text)
  const { taken, left } = takeTask(file.text, task.line)
  const lines = changeTaskLine(taken.replace(/^(?:>[ \t]?)+/, ''), 1, change)
  const append: Edit = { do: 'append', path: into.path, from: into.sha, text: asAppended(into.text, [lines]) }
  const edits: Edit[] = [{ do: 'replace', path: file.path, from: file.sha, text: left }, append]
  const moved = taskAfter(into, [append], task.text)
  const said = `${task.text}: into ${into.called}`
  return { plan: { subject: said, edits }, task: moved, said: `${said}  ${placeOf(moved)}` }
}

function refuseTwice({ path, text }: File, wanted: string): void {
  const there = findTask(path, text, wanted)
  if (there)
    throw new Failure(`"${there.text}" is an open task already: ${placeOf(there)}.`, {
      hint: `dossier task move ${placeOf(there)} fri`,
      exitCode: 2,
      path,
      line: there.line,
    })
}

/** The task as it will be read once it is written; a file that ends inside a code block would swallow it. */
function taskAfter({ path, text }: File, edits: Edit[], wanted: string): Task {
  const task = readTasks(path, applyEdits(path, text, edits) ?? '').findLast((one) => one.text === wanted)
  if (task) return task
  throw new Failure(`${path} ends inside a code block, so a task there would not be read.`, {
    hint: `close it: dossier edit ${path}`,
    exitCode: 2,
    path,
  })
}
