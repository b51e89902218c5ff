import * as z from 'zod'
import { day, email, type FieldWord, flag, instant, knownType, list, number, phone, text } from '../kinds/field-types.ts'
import type { TeamField, TeamFields } from '../kinds/fields.ts'
import { type KindName, kinds } from '../kinds.ts'
import type { FieldPath } from '../plan.ts'

/** What a field holds: its type, the sentence that says what is right, and what its choices, items or alternatives are. */
export type FieldType = {
  is: FieldWord
  expected: string
  values?: readonly string[]
  item?: FieldType
  either?: FieldType[]
  required: boolean
  description?: string
  schema: z.ZodType
}

const made = new WeakMap<TeamFields, Map<KindName, z.ZodObject>>()

/** The schema of a kind with the team's own fields and allowed values as if they were built in. */
export function schemaOf(kind: KindName, team?: TeamFields): z.ZodObject {
  if (!team) return kinds[kind].schema()
  const ready = made.get(team) ?? new Map<KindName, z.ZodObject>()
  made.set(team, ready)
  const schema = ready.get(kind) ?? withTeamFields(kind, team)
  ready.set(kind, schema)
  return schema
}

const extendable = ['customer', 'contact', 'deal', 'activity', 'document', 'prospect'] as const
type Extendable = (typeof extendable)[number]

/** Whether a team may give this kind fields of its own. */
export const isExtendable = (kind: KindName): kind is Extendable => (extendable as readonly string[]).includes(kind)

const ownFields = new WeakMap<TeamFields, Map<KindName, Record<string, TeamField>>>()

/** The team's own fields of a kind, by name; one that is given by its values alone is a choice of them. */
export function teamFieldsOf(kind: KindName, team?: TeamFields): Record<string, TeamField> {
  if (!team || !isExtendable(kind)) return {}
  const ready = ownFields.get(team) ?? new Map<KindName, Record<string, TeamField>>()
  ownFields.set(team, ready)
  const fields =
    ready.get(kind) ?? Object.fromEntries(Object.entries(team[kind] ?? {}).map(([name, field]) => [name, whole(field)]))
  ready.set(kind, fields)
  return fields
}

const whole = (field: TeamField | string[]): TeamField =>
  Array.isArray(field) ? { type: 'choice', values: field, required: 'never' } : field

/** When a team's field must be there: always, never, or from a stage (its id) on. */
export function requiredFrom(field: TeamField): 'always' | 'never' | { stage: string } {
  return field.required === 'always' || field.required === 'never'
    ? field.required
    : { stage: field.required.slice('from stage '.length) }
}

/** The built-in fields whose allowed values a team may name. */
const allowed: { [K in KindName]?: ('lost_reason' | 'source' | 'segment')[] } = {
  deal: ['lost_reason', 'source'],
  customer: ['segment'],
  prospect: ['segment'],
}

function withTeamFields(kind: KindName, team: TeamFields): z.ZodObject {
  const base: z.ZodObject = kinds[kind].schema()
  const own: Record<string, z.ZodType> = {}
  for (const [name, field] of Object.entries(teamFieldsOf(kind, team))) {
    const builtIn = Object.hasOwn(base.shape, name) ? base.shape[name] : undefined
    const schema = builtIn ? narrowed(builtIn, field.values) : ofType(field).optional()
    own[name] = described(schema, [field.label, field.description])
  }
  for (const name of allowed[kind] ?? []) own[name] = narrowed(own[name] ?? base.shape[name]!, team.values?.[name])
  return base.extend(own)
}

function narrowed(schema: z.core.$ZodType, values: readonly string[] | undefined): z.ZodType {
  const bare = unwrap(schema)
  if (!values?.length || knownType(bare)?.is !== 'text') return schema as z.ZodType
  const choices = described(z.enum(values), [bare.description])
  return bare === schema ? choices : choices.optional()
}

function described(schema: z.ZodType, words: (string | undefined)[]): z.ZodType {
  const said = words.filter(Boolean).join(': ')
  return said ? schema.describe(said) : schema
}

function ofType({ type, values }: TeamField): z.ZodType {
  const word = values?.length ? z.enum(values) : text
  if (type === 'choice' || type === 'text') return word
  if (type === 'list') return list(word)
  const types = { number, money: number, date: day, instant, boolean: flag, email, phone } as Record<string, z.ZodType>
  return types[type] ?? text
}

/** The schema under `optional` and `default`. */
export function unwrap(schema: z.core.$ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrap(schema.unwrap()) : (schema as z.ZodType)
}

/** What the field at a path holds; undefined when the schema knows no such field. */
export function fieldAt(schema: z.core.$ZodType, path: FieldPath): FieldType | undefined {
  const [key, ...rest] = path
  if (key === undefined) return typeOf(schema)
  const at = unwrap(schema)
  if (at instanceof z.ZodObject) return Object.hasOwn(at.shape, key) ? fieldAt(at.shape[key], rest) : undefined
  if (at instanceof z.ZodRecord) return fieldAt(at.valueType, rest)
  if (at instanceof z.ZodArray) return /^\d+$/.test(key) ? fieldAt(at.element, rest) : undefined
  if (at instanceof z.ZodUnion) return at.options.map((option) => fieldAt(option, path)).find(Boolean)
  return undefined
}

/** The names of the known fields at a path: of the record itself when the path is empty. */
export function keysAt(schema: z.core.$ZodType, path: FieldPath): string[] {
  const at = unwrap(path.length === 0 ? schema : (fieldAt(schema, path)?.schema ?? schema))
  if (at instanceof z.ZodUnion) return at.options.flatMap((option) => keysAt(option, []))
  return at instanceof z.ZodObject ? Object.keys(at.shape) : []
}

/** Every field of a kind by name, in the order of the schema, the team's own at the end. */
export function fieldsOf(kind: KindName, team?: TeamFields): Record<string, FieldType> {
  return Object.fromEntries(Object.entries(schemaOf(kind, team).shape).map(([name, schema]) => [name, typeOf(schema)]))
}

function typeOf(wrapped: z.core.$ZodType): FieldType {
  const schema = unwrap(wrapped)
  const description = schema.description ?? (wrapped as z.ZodType).description
  const common = { schema, required: schema === wrapped, ...(description ? { description } : {}) }
  const leaf = knownType(schema)
  if (leaf) return { ...leaf, ...common }
  if (schema instanceof z.ZodEnum) {
    const values = schema.options.map(String)
    return { is: 'choice', expected: `one of ${values.join(', ')}`, values, ...common }
  }
  if (schema instanceof z.ZodArray)
    return { is: 'list', expected: 'a list such as [one, two]', item: typeOf(schema.element), ...common }
  if (schema instanceof z.ZodUnion) {
    const either = schema.options.map((option) => typeOf(option))
    return { is: 'either', expected: either.map((type) => type.expected).join(', or '), either, ...common }
  }
  return { is: 'map', expected: 'keys and values', ...common }
}
