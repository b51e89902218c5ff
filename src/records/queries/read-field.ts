import { suggestNames } from '../condition/names.ts'
import type { About } from '../kinds/query.ts'
import type { FieldPath } from '../plan.ts'
import { type FieldType, fieldAt, keysAt, schemaOf } from '../schema/schema-of.ts'
import { computedNames, customerFields, type KnownFields, ownFields, type QueryFault, unknownField } from './known-fields.ts'

/** One field of a list: where it is found, and what it holds as far as a schema says. */
export type Field = { name: string; of: 'row' | 'customer' | 'computed'; path: FieldPath; type?: FieldType }

type Read = { field: Field; fault?: undefined } | { fault: QueryFault; field?: undefined }

/** Reads a field as people write it: `amount`, `meddpicc.champion`, `customer.segment`, `no_activity`. `at` is where it stands. */
export function readField(written: string, about: About, known: KnownFields, at = 0): Read {
  const parts = written.split('.')
  const isOwn = parts.length > 1 && parts[0] === about
  const path = isOwn ? parts.slice(1) : parts
  const [first = '', ...rest] = path
  if ((computedNames as readonly string[]).includes(written)) return { field: { name: written, of: 'computed', path } }
  if (first === 'customer' && rest.length > 0 && about !== 'customer')
    return customerFields(known).includes(rest[0]!)
      ? typed({ name: written, of: 'customer', path: rest }, 'customer', known, at)
      : { fault: unknownField(written, at, about, known) }
  if (!ownFields(about, known).includes(first)) return { fault: unknownField(written, at, about, known) }
  return typed({ name: written, of: 'row', path }, about, known, at)
}

function typed(field: Field, kind: About, { team, has }: KnownFields, at: number): Read {
  if (kind === 'task') return field.path.length === 1 ? { field } : { fault: noKeys(field, 1, [], at) }
  const schema = schemaOf(kind, team)
  const [first = ''] = field.path
  if (!Object.hasOwn(schema.shape, first)) return { field }
  const type = fieldAt(schema, field.path)
  if (type) return { field: { ...field, type } }
  if (field.of === 'row' && has?.(field.path)) return { field }
  const depth = field.path.findIndex((_, index) => !fieldAt(schema, field.path.slice(0, index + 1)))
  return { fault: noKeys(field, depth, keysAt(schema, field.path.slice(0, depth)), at) }
}

function noKeys({ name, path }: Field, depth: number, keys: readonly string[], at: number): QueryFault {
  const above = path.slice(0, depth).join('.')
  const before = name.slice(0, name.length - path.slice(depth).join('.').length)
  if (keys.length === 0) return { at, message: `"${above}" has no keys of its own.`, expected: before.slice(0, -1) }
  const expected = suggestNames(
    name,
    keys.map((key) => `${before}${key}`),
    Infinity,
  )
  return { at, message: `There is no "${path[depth]}" in "${above}".`, expected }
}
