import type { KindName } from '../kinds.ts'
import type { FieldEdit } from '../schema/field-values.ts'
import { teamFieldsOf } from '../schema/schema-of.ts'
import type { TeamFields } from './fields.ts'

const builtIn: Partial<Record<KindName, readonly string[]>> = {
  customer: ['owner', 'csm'],
  contact: ['owner'],
  deal: ['owner'],
  activity: ['by'],
  document: ['by'],
  prospect: ['owner'],
  person: ['manager', 'absent.*.cover'],
  territories: ['territories.*.owner'],
  quotas: ['quotas.*.person'],
}

/** The fields of a kind whose values are people of the team, the team's own included; `*` stands for each item (model.md, People). */
export const peopleFieldsOf = (kind: KindName, team?: TeamFields): string[] => [
  ...(builtIn[kind] ?? []),
  ...Object.entries(teamFieldsOf(kind, team)).flatMap(([name, { type }]) => (type === 'person' ? [name] : [])),
]

/** The edits with people named by their slugs; `find` understands aliases and addresses, and throws for strangers. */
export function namePeople(kind: KindName, edits: FieldEdit[], find: (typed: string) => string, team?: TeamFields): FieldEdit[] {
  const fields = new Set(peopleFieldsOf(kind, team))
  return edits.map((edit) => {
    const { field, value } = edit
    const name = field.map((key) => (/^\d+$/.test(key) ? '*' : key)).join('.')
    return fields.has(name) && typeof value === 'string' ? { ...edit, value: find(value) } : edit
  })
}
