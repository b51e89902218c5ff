import { readTasks, type Task } from '../../records/kinds/task.ts'
import { setField } from '../../records/text/set-field.ts'
import { changeTaskLine } from '../../records/text/task-line.ts'

/** Who hands over to whom, and how names are understood. */
export type Heirs = { from: string; to: string; find: (name: string) => string | undefined }

/** A record's text with the new person in each of these fields that names the old one; which fields those were. */
export function changeFields(
  path: string,
  text: string,
  value: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  { from, to, find }: Heirs,
): { text: string; changed: string[] } {
  const changed = fields.filter((field) => typeof value[field] === 'string' && find(value[field]) === from)
  return { text: changed.reduce((made, field) => setField(path, made, [field], to), text), changed }
}

/** A text with the old person's open tasks given to the new one; no other byte changes. */
export function changeTasks(path: string, text: string, { from, to, find }: Heirs): { text: string; tasks: Task[] } {
  const tasks = readTasks(path, text).filter(({ done, owner }) => !done && owner !== undefined && find(owner) === from)
  return { text: tasks.reduce((made, { line }) => changeTaskLine(made, line, { owner: to }), text), tasks }
}
