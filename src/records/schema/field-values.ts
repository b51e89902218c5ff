import type * as z from 'zod'
import { Failure } from '../../failure.ts'
import type { TeamFields } from '../kinds/fields.ts'
import { type KindName, kinds } from '../kinds.ts'
import type { FieldPath } from '../plan.ts'
import { readValue, splitList } from './read-value.ts'
import { mistypedFor } from './say-issue.ts'
import { type FieldType, fieldAt, keysAt, schemaOf } from './schema-of.ts'

/** A change to one field, not yet bound to a file. `remove` without a value takes the whole field away. */
export type FieldEdit = { do: 'set' | 'add' | 'remove'; field: FieldPath; value?: unknown }

type How = {
  team?: TeamFields | undefined
  /** Whether a key that no schema knows may be written (`--new-key`). */
  allowNewKey?: boolean
  /** Keys the record has already, known to a schema or not. */
  own?: readonly string[]
  /** Two letters, such as DE: the country of phone numbers typed without a prefix. */
  country?: string | undefined
}

const written = /^([^=\s+]+?)([+-]?)=([\s\S]*)$/

/** Reads `key=value`, `key=`, `tags+=a` and `tags-=a` as edits of a record's fields. Throws a Failure (exit 2) for what cannot be. */
export async function parseFieldValues(kind: KindName, words: readonly string[], how: How = {}): Promise<FieldEdit[]> {
  const edits = []
  for (const word of words) edits.push(...(await parseOne(kind, word, how)))
  return edits
}

async function parseOne(kind: KindName, word: string, how: How): Promise<FieldEdit[]> {
  const [, name, sign, typed = ''] = written.exec(word) ?? []
  if (name === undefined)
    throw new Failure(`"${word}" does not say what to set.`, {
      hint: 'key=value, key= to remove, tags+=a or tags-=a for lists',
      exitCode: 2,
    })

  const field = name.split('.')
  const schema = schemaOf(kind, how.team)
  const type = fieldAt(schema, field)
  if (!type && !how.allowNewKey && !how.own?.includes(name)) throw unknownKey(kind, schema, field)
  if (typed.trim() !== '' && type?.is === 'list' && type.item?.is === 'map')
    throw new Failure(`${name} is a list of keys and values.`, { hint: 'write it in the file: dossier edit', exitCode: 2 })
  if (sign) return changeList(type, { name, field, sign, typed, country: how.country })
  if (typed.trim() === '') return [removal(type, name, field)]
  return [{ do: 'set', field, value: type ? await readValue(type, typed, { name, country: how.country }) : typed }]
}

function removal(type: FieldType | undefined, name: string, field: FieldPath): FieldEdit {
  if (type?.required && field.length === 1)
    throw new Failure(`${name} cannot be removed: every record has one.`, { hint: `${name}=${type.expected}`, exitCode: 2 })
  return { do: 'remove', field }
}

type Change = { name: string; field: FieldPath; sign: string; typed: string; country: string | undefined }

async function changeList(type: FieldType | undefined, { name, field, sign, typed, country }: Change): Promise<FieldEdit[]> {
  if (type && type.is !== 'list')
    throw new Failure(`${name} is not a list.`, { hint: `${name}=${typed || 'value'}`, exitCode: 2 })
  const items = splitList(typed)
  if (items.length === 0) throw new Failure(`${name}${sign}= names nothing.`, { hint: `${name}${sign}=value`, exitCode: 2 })
  const edits: FieldEdit[] = []
  for (const item of items) {
    const value = sign === '+' && type?.item ? await readValue(type.item, item, { name, country }) : item
    edits.push({ do: sign === '+' ? 'add' : 'remove', field, value })
  }
  return edits
}

function unknownKey(kind: KindName, schema: z.ZodObject, field: FieldPath): Failure {
  const name = field.join('.')
  const depth = field.findIndex((_, index) => !fieldAt(schema, field.slice(0, index + 1)))
  const near = mistypedFor(field[depth]!, keysAt(schema, field.slice(0, depth)))
    .slice(0, 3)
    .map((key) => field.with(depth, key).join('.'))
  const message = `A ${kinds[kind].title.toLowerCase()} has no field "${name}"${near.length ? `; the nearest: ${near.join(', ')}` : ''}.`
  const hint = `${near[0] ? `${near[0]}=…, or ` : ''}dossier set with --new-key to keep "${name}" as a key of your own`
  return new Failure(message, { hint, exitCode: 2 })
}
