import type { KindName } from '../../../records/kinds.ts'
import { sayFieldChange } from '../../../records/say-value.ts'
import type { FieldEdit } from '../../../records/schema/field-values.ts'
import { newRecordText } from '../../../records/text/new-record.ts'
import { asIfMade, asIfSet, type Kept } from '../../../workspace/records.ts'
import type { Run } from '../run.ts'
import { changesTo } from '../write/changes-to.ts'
import type { Outcome } from '../write/collect-writes.ts'
import { personHead } from '../write/write-people.ts'

export type Values = Record<string, unknown>

/** How many changes the plan spells out. */
const shown = 20

/** The text of the file a row becomes. */
export const textOfRow = ({ inOrder }: Run, kind: KindName, values: Values, body?: string) =>
  (kind === 'person' ? personHead : '') + newRecordText(kind, inOrder(kind, values), body)

/** Where a row stands, and whether it only fills what its record leaves open. */
type Row = { file: string; line: number; onlyFills?: boolean }

/** Makes the file of a row; of one this run made already, a later row only fills what is open. */
export function storeNew(
  run: Run,
  { kind, path }: { kind: KindName; path: string },
  { text, values }: { text: string; values: Values },
  row: Row,
): Outcome {
  const { writes, team, touched } = run
  touched.set(path, 1)
  const before = writes.textOf(path)
  const record = before === undefined ? undefined : asIfMade(kind, path, before, team)
  if (!record) return writes.make(path, text)
  const edits = fillsOf(run, record, values, row)
  return writes.make(path, edits.length === 0 ? record.text : tidyText(run, asIfSet(record, edits, team)))
}

/** Changes what a record says otherwise than a row; where an earlier row of this run spoke of it, that one stands. */
export function storeChange<K extends KindName>(
  run: Run,
  record: Kept<K>,
  values: Values,
  row: Row,
): { outcome: Outcome; record: Kept<K> } {
  const { touched } = run
  const onlyFills = row.onlyFills || touched.get(record.path) !== undefined
  touched.set(record.path, 1)
  const edits = onlyFills ? fillsOf(run, record, values, row) : changesTo(record.value, values)
  if (edits.length > 0 && run.said.changes.length < shown)
    run.said.changes.push(`${record.path}: ${edits.map((edit) => say(record, edit)).join(', ')}`)
  return storeEdits(run, record, edits)
}

/** Of what a row says, what its record leaves open; that it says something else otherwise is told. */
function fillsOf(run: Run, { value }: Kept, values: Values, { file, line }: Row): FieldEdit[] {
  const changes = changesTo(value, values)
  const fills = changes.filter((edit) => edit.do === 'add' || valueAt(value, edit) === undefined)
  if (fills.length < changes.length)
    run.tell({ file, line, message: 'says otherwise than an earlier row of the same record, which stands' })
  return fills
}

/** Changes fields of a record. One that nobody has touched since it was imported is written as if it had been imported so at once. */
export function storeEdits<K extends KindName>(
  run: Run,
  record: Kept<K>,
  edits: FieldEdit[],
): { outcome: Outcome; record: Kept<K> } {
  if (edits.length === 0) return { outcome: 'unchanged', record }
  const then = asIfSet(record, edits, run.team)
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
  sayFieldChange(field.join('.'), valueAt(value, { field }), next)

const valueAt = (value: object, { field }: Pick<FieldEdit, 'field'>) =>
  field.reduce<unknown>((at, key) => (at as Values | undefined)?.[key], value)
