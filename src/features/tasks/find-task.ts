import { Failure } from '../../failure.ts'
import type { Task } from '../../records/kinds/task.ts'
import { nearest } from '../../records/nearest.ts'

/** Where a task is, as a person may name it. */
export const placeOf = ({ path, line }: Task) => `${path}:${line}`

/**
 * The task that a piece of its text or its `path:line` means; open ones come first.
 * What fits several is refused with the list (exit 2), what fits none with the nearest three (exit 3).
 */
export function findTask(tasks: readonly Task[], typed: string): Task {
  const wanted = typed.trim()
  const at = tasks.find((task) => placeOf(task) === wanted.replace(/^\.\//, ''))
  if (at) return at
  const fitting = fit(tasks, wanted.toLowerCase())
  const [one, ...more] = fitting
  if (one && more.length === 0) return one
  if (one)
    throw new Failure(
      `"${wanted}" fits ${fitting.length} tasks:\n${fitting.slice(0, most).map(sayTask).join('\n')}${left(fitting.length)}`,
      {
        hint: `name one by its place: ${placeOf(one)}`,
        exitCode: 2,
      },
    )
  const open = tasks.filter(({ done }) => !done)
  const like = nearest(
    wanted,
    open.map(({ text }) => text),
  )
  throw new Failure(`There is no task "${wanted}".`, {
    hint: like.length > 0 ? `did you mean ${like.map((text) => `"${text}"`).join(', ')}?` : 'dossier task list',
    exitCode: 3,
  })
}

/** How many tasks a refusal lists. */
const most = 10
const left = (count: number) => (count > most ? `\n  and ${count - most} more` : '')
const sayTask = (task: Task) => `  ${task.text}  ${placeOf(task)}`

/** Whole texts before pieces, open tasks before done ones. */
function fit(tasks: readonly Task[], wanted: string): readonly Task[] {
  if (wanted === '') return []
  const open = tasks.filter(({ done }) => !done)
  const done = tasks.filter((task) => task.done)
  const choices = [open, done].flatMap((some) => [
    some.filter(({ text }) => text.toLowerCase() === wanted),
    some.filter(({ text }) => text.toLowerCase().includes(wanted)),
  ])
  return choices.find(({ length }) => length > 0) ?? []
}
