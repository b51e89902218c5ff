import type { TeamFields } from '../../../records/kinds/fields.ts'
import { peopleFieldsOf } from '../../../records/kinds/people-fields.ts'
import { referenceFieldsOf } from '../../../records/kinds/reference-fields.ts'
import type { KindName } from '../../../records/kinds.ts'
import type { FieldPath } from '../../../records/plan.ts'

/** What the value of a field is, besides what its schema says. */
export type Meaning =
  | 'person'
  | 'customer'
  | 'contact'
  | 'deal'
  | 'stage'
  | 'workflow'
  | 'participant'
  | 'condition'
  | 'action'
  | 'redirect'
  | 'field'
  | 'record'

const others: Partial<Record<KindName, Record<string, Meaning>>> = {
  customer: { stage: 'stage', workflow: 'workflow' },
  deal: { stage: 'stage', workflow: 'workflow', 'meddpicc.*': 'contact', 'meddpicc.*.evidence': 'record' },
  activity: { 'participants.*': 'participant' },
  workflow: { 'stages.*.require.*': 'condition', 'stages.*.advise.*': 'condition' },
  territories: { 'territories.*.when': 'condition' },
  assertions: { 'assertions.*.where': 'condition', 'assertions.*.require': 'condition' },
  query: { where: 'condition', sort: 'field', 'sort.*': 'field', fields: 'field', 'fields.*': 'field' },
  import: { 'stages.*': 'stage', workflow: 'workflow' },
  episode: { subject: 'record', source: 'record', 'subjects.*': 'record', customer: 'customer', 'for.*': 'person' },
  known: { 'pairs.*': 'record' },
}

const rule: Record<string, Meaning> = {
  'conditions.*': 'condition',
  'all.*': 'condition',
  'any.*': 'condition',
  'actions.*': 'action',
}

/** What the value at a field stands for: another record, a stage, a condition; undefined where it is a value of its own. */
export function meaningOf(kind: KindName, field: FieldPath, team?: TeamFields): Meaning | undefined {
  if (field.length === 1 && field[0] === 'redirect') return 'redirect'
  if (kind === 'trigger') return rule[(field[0] === 'triggers' ? field.slice(2) : field.slice(1)).map(star).join('.')]
  const name = patternOf(field)
  if (peopleFieldsOf(kind, team).includes(name)) return 'person'
  return referenceFieldsOf(kind, team).find(([one]) => isAt(one, field))?.[1] ?? byPattern(others[kind] ?? {}, field)
}

const star = (key: string) => (/^\d+$/.test(key) ? '*' : key)

/** `people.0.contact` is `people.*.contact`. */
const patternOf = (field: FieldPath) => field.map(star).join('.')

const isAt = (pattern: string, field: FieldPath) => {
  const parts = pattern.split('.')
  return parts.length === field.length && parts.every((part, n) => part === '*' || part === field[n])
}

const byPattern = (patterns: Record<string, Meaning>, field: FieldPath) =>
  Object.entries(patterns).find(([pattern]) => isAt(pattern, field))?.[1]

/** A field as its schema finds it: rules may stand at the top of their file, and are known under `triggers`. */
export const schemaPath = (kind: KindName, field: FieldPath): FieldPath =>
  kind === 'trigger' && field.length > 0 && field[0] !== 'triggers' ? ['triggers', ...field] : field
