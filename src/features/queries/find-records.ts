import type { Condition } from '../../records/condition/compile.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import type { Problem } from '../../records/problem.ts'
import { type Row, rowOf } from '../../records/row.ts'
import type { Place } from '../../workspace/place.ts'
import { listRecords } from '../../workspace/records.ts'
import type { Lines } from './answer-query.ts'

type Kind = 'customer' | 'contact' | 'deal'

type Asked = {
  /** Only those of this customer. */
  customer?: string | undefined
  archived: boolean
  condition?: Condition | undefined
  team: TeamFields | undefined
}

/** Reads the records a list of a kind may hold: what was put away only when asked for, or when the condition names it. */
export function findRecords<K extends Kind>(
  place: Place,
  kind: K,
  { customer, archived, condition, team }: Asked,
): Lines<Row<K>> & { problems: Problem[] } {
  const { records, problems } = listRecords(place, kind, { ...(customer && { customer }), team })
  const isWanted = (value: { archived?: string }) => Boolean(value.archived) === archived
  const shown = condition && names(condition, kind, 'archived') ? records : records.filter(({ value }) => isWanted(value))
  return { lines: shown.map((record) => ({ row: rowOf(record), record })), read: { [kind]: records }, problems }
}

/** Whether a condition looks at a field of what it is about. */
export const names = ({ reads }: Condition, about: string, field: string): boolean =>
  reads.includes(field) || reads.includes(`${about}.${field}`)
