import type { Edit, FieldPath, Plan } from '../../records/plan.ts'
import { sayFieldChange } from '../../records/say-value.ts'
import type { FieldEdit } from '../../records/schema/field-values.ts'
import { applyEdits } from '../../records/text/apply-edits.ts'
import { readFrontMatter } from '../../records/text/front-matter.ts'
import type { Kept } from '../../workspace/records.ts'

/** Decides a change of some fields of one record; the subject says each field's old and new value. */
export function planSet(record: Kept, called: string, edits: FieldEdit[]): { plan: Plan; said: string } {
  const from = record.sha
  const planned = edits.map((edit): Edit => ({ ...edit, path: record.path, from, value: edit.value }))
  const before = record.read.sheet.data
  const after = readFrontMatter(record.path, applyEdits(record.path, record.text, planned) ?? '').data
  const changes = [...new Set(edits.map(({ field }) => field.join('.')))].flatMap((name) => {
    const [was, is] = [valueAt(before, name.split('.')), valueAt(after, name.split('.'))]
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [sayFieldChange(name, was, is)]
  })
  const said = changes.length > 0 ? `${called}: ${changes.join(', ')}` : `${called} says so already`
  return { plan: { subject: said, edits: planned }, said }
}

const valueAt = (data: unknown, field: FieldPath) =>
  field.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data)
