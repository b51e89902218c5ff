import type { KindName } from '../kinds.ts'
import type { FieldEdit } from '../schema/field-values.ts'

/** The fields whose values are people of the team (model.md, People). */
const peopleFields: Partial<Record<KindName, readonly string[]>> = {
  customer: ['owner', 'csm'],
  deal: ['owner'],
  activity: ['by'],
  person: ['manager'],
}

/** The edits with people named by their slugs; `find` understands aliases and addresses, and throws for strangers. */
export const namePeople = (kind: KindName, edits: FieldEdit[], find: (typed: string) => string): FieldEdit[] =>
  edits.map((edit) => {
    const isPerson = edit.field.length === 1 && peopleFields[kind]?.includes(edit.field[0]!) && typeof edit.value === 'string'
    return isPerson ? { ...edit, value: find(edit.value as string) } : edit
  })
