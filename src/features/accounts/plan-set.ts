import { Failure } from '../../failure.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import type { Edit, FieldPath, Plan } from '../../records/plan.ts'
import type { Problem } from '../../records/problem.ts'
import { sayFieldChange } from '../../records/say-value.ts'
import type { FieldEdit } from '../../records/schema/field-values.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import { applyEdits } from '../../records/text/apply-edits.ts'
import type { Kept } from '../../workspace/records.ts'

/** Decides a change of some fields of one record; the subject says each field's old and new value. Throws a Failure if it would break the record. */
export function planSet(record: Kept, called: string, edits: FieldEdit[], team?: TeamFields): { plan: Plan; said: string } {
  const from = record.sha
  const planned = edits.map((edit): Edit => ({ ...edit, path: record.path, from, value: edit.value }))
  const before = record.read.sheet.data
  const then = readRecord(record.kind, record.path, applyEdits(record.path, record.text, planned) ?? '', team)
  refuseNewErrors(record.read.problems, then.problems)
  const after = then.sheet.data
  const changes = [...new Set(edits.map(({ field }) => field.join('.')))].flatMap((name) => {
    const [was, is] = [valueAt(before, name.split('.')), valueAt(after, name.split('.'))]
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [sayFieldChange(name, was, is)]
  })
  const said = changes.length > 0 ? `${called}: ${changes.join(', ')}` : `${called} says so already`
  return { plan: { subject: said, edits: planned }, said }
}

/** A change may leave what was wrong before, but add nothing that is wrong. */
function refuseNewErrors(before: readonly Problem[], after: readonly Problem[]): void {
  const known = new Set(before.map(({ message }) => message))
  const added = after.find(({ severity, message }) => severity === 'error' && !known.has(message))
  if (added)
    throw new Failure(`${added.message} Nothing was written.`, {
      hint: added.expected ?? 'dossier edit',
      exitCode: 2,
      path: added.path,
    })
}

const valueAt = (data: unknown, field: FieldPath) =>
  field.reduce<unknown>(
    (value, key) => (Object.hasOwn(value ?? {}, key) ? (value as Record<string, unknown>)[key] : undefined),
    data,
  )
