import type { KindName } from '../../../records/kinds.ts'
import { sayFieldChange } from '../../../records/say-value.ts'
import type { FieldEdit } from '../../../records/schema/field-values.ts'
import { newRecordText } from '../../../records/text/new-record.ts'
import { asIfMade, asIfSet, type Kept } from '../../../workspace/records.ts'
import type { Run } from '../run.ts'
import { changesTo } from '../write/changes-to.ts'
import type { Outcome } from '../write/collect-writes.ts'

export type Values = Record<string, unknown>

/** How many changes the plan spells out. */
const shown = 20

/** The text of the file a row becomes. */
export const textOfRow = ({ inOrder }: Run, kind: KindName, values: Values, body?: string) =>
  newRecordText(kind, inOrder(kind, values), body)

/** Makes the file of a row; of one this run made already it changes what the later row says otherwise. */
export function storeNew(run: Run, kind: KindName, path: string, { text, values }: { text: string; values: Values }): Outcome {
  const { writes, team } = run
  const before = writes.textOf(path)
  const record = before === undefined ? undefined : asIfMade(kind, path, before, team)
  if (!record) return writes.make(path, text)
  const edits = changesTo(record.value, values)
  return writes.make(path, edits.length === 0 ? record.text : tidyText(run, asIfSet(record, edits, team)))
}

/** Changes what a record says otherwise than a row; answers with the record as it will be. */
export const storeChange = <K extends KindName>(
  run: Run,
  record: Kept<K>,
  values: Values,
): { outcome: Outcome; record: Kept<K> } => storeEdits(run, record, changesTo(record.value, values))

/** Changes fields of a record. One that nobody has touched since it was imported is written as if it had been imported so at once. */
export function storeEdits<K extends KindName>(
  run: Run,
  record: Kept<K>,
  edits: FieldEdit[],
): { outcome: Outcome; record: Kept<K> } {
  if (edits.length === 0) return { outcome: 'unchanged', record }
  const then = asIfSet(record, edits, run.team)
  if (run.said.changes.length < shown)
    run.said.changes.push(`${record.path}: ${edits.map((edit) => say(record, edit)).join(', ')}`)
  if (tidyText(run, record) !== record.text) {
    run.writes.change(record, edits)
    return { outcome: 'changed', record: then }
  }
  const text = tidyText(run, then)
  run.writes.replace(record, text)
  return { outcome: 'changed', record: asIfMade(record.kind, record.path, text, run.team, record.sha) ?? then }
}

/** A record as an import would write it. */
const tidyText = (run: Run, { kind, read, body }: Kept): string =>
  textOfRow(run, kind, read.sheet.data, body.replace(/^\r?\n/, ''))

const say = ({ value }: Kept, { field, value: next }: FieldEdit) =>
  sayFieldChange(
    field.join('.'),
    field.reduce<unknown>((at, key) => (at as Values | undefined)?.[key], value),
    next,
  )
