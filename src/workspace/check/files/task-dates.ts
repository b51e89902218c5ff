import { daysBetween } from '../../../records/days/calendar.ts'
import { isDone } from '../../../records/kinds/activity.ts'
import { readTasks } from '../../../records/kinds/task.ts'
import type { Problem } from '../../../records/problem.ts'
import type { Kept } from '../../records.ts'
import { whole } from '../found.ts'

/** A task may have been late when it was spoken of, but not by so many days. */
const late = 90

/** Open tasks that were due long before the day they were written down, as where the year is mistyped. */
export function judgeTaskDates(record: Kept): Problem[] {
  if (record.kind !== 'activity' || !record.text.includes('due:')) return []
  const { path, text, value } = record as Kept<'activity'>
  const day = value.date.slice(0, 10)
  if (!isDone(value)) return []
  return readTasks(path, text).flatMap(({ line, due, done }): Problem[] => {
    if (done || due === undefined || daysBetween(due, day) <= late) return []
    const column = text.split('\n')[line - 1]!.indexOf(`due:${due}`) + 1
    return [
      whole(path, 'dates-order', `due:${due} comes long before the day of this ${value.type} (${day}).`, `${day} or later`, {
        line,
        column,
      }),
    ]
  })
}
