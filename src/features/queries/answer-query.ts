import type { Task } from '../../records/kinds/task.ts'
import { once } from '../../records/once.ts'
import type { Problem } from '../../records/problem.ts'
import type { Wanted } from '../../records/queries/compile-query.ts'
import { sortRows } from '../../records/queries/sort-rows.ts'
import { type Source, valueOf } from '../../records/queries/value-of.ts'
import { rowOf } from '../../records/row.ts'
import type { Place } from '../../workspace/place.ts'
import { type Chosen, chooseRecords } from '../../workspace/query/choose-records.ts'
import { type Beside, openBeside } from '../../workspace/query/open-beside.ts'
import { type Asker, openScopes } from '../../workspace/query/open-scopes.ts'
import type { Kept } from '../../workspace/records.ts'

/** One line of a list before it is chosen: its row, and the record or the task behind it. */
type Line<R extends object = object> = { row: R; record?: Kept<Beside>; task?: Task & { customer?: string } }

/** What may be listed, and the kinds that were read whole for it. */
export type Lines<R extends object = object> = { lines: readonly Line<R>[]; read?: Parameters<typeof openBeside>[2] }

/** A list as it was asked for. `total` counts what fits before `limit`; `picked` are the asked fields of each row. */
export type Answer<R extends object = object> = {
  rows: R[]
  total: number
  fields?: { name: string; is?: string }[]
  picked?: Record<string, unknown>[]
  problems: Problem[]
} & Partial<Pick<Chosen<R>, 'noData' | 'unfit'>>

type Asked = Wanted & { limit?: number | undefined; said: string }

/** Chooses, sorts and cuts a list; `said` is where the condition stands. Only what the question looks at is read. */
export function answerQuery<R extends object>(place: Place, asker: Asker, { lines, read }: Lines<R>, asked: Asked): Answer<R> {
  const { condition, orders, fields, limit, said } = asked
  const { beside, problems } = openBeside(place, asker.team, read)
  const scopes = openScopes(place, asker, beside)
  const inFile = once(() =>
    Map.groupBy(
      lines.flatMap(({ task }) => task ?? []),
      ({ path }) => path,
    ),
  )
  const scopeOf = ({ record, task }: Line<R>) =>
    task ? scopes.scopeOfTask(task, inFile().get(task.path) ?? []) : scopes.scopeOf(record!)
  const sourceOf = (line: Line<R>): Source & { line: Line<R> } => ({
    line,
    row: line.row as Record<string, unknown>,
    customer: () => {
      const [found] = beside('customer', (line.record ?? line.task)?.customer ?? '')
      return found && { ...rowOf(found) }
    },
    computed: () => (line.task ? scopes.computedOfTask(line.task) : scopes.computedOf(line.record!)),
  })
  const { chosen, noData, unfit } = condition ? chooseRecords(lines, condition, scopeOf, said) : { chosen: lines }
  const sorted = sortRows(chosen.map(sourceOf), orders, asker.zone)
  const shown = sorted.slice(0, limit)
  const picked = fields && shown.map((source) => Object.fromEntries(fields.map((field) => [field.name, valueOf(field, source)])))
  return {
    rows: shown.map(({ line }) => line.row),
    total: sorted.length,
    ...(fields && { fields: fields.map(({ name, type }) => ({ name, ...(type && { is: type.is }) })) }),
    ...(picked && { picked }),
    ...(noData && { noData, unfit }),
    problems: problems(),
  }
}
