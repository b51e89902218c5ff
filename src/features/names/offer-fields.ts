import { ActivityType } from '../../records/kinds/activity.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import { peopleFieldsOf } from '../../records/kinds/people-fields.ts'
import type { KindName } from '../../records/kinds.ts'
import { type FieldType, fieldAt, fieldsOf, keysAt, schemaOf, teamFieldsOf } from '../../records/schema/schema-of.ts'
import { type Offer, type Offers, startingWith, withBefore } from './offers.ts'

/** What a field's value is, where that is a name somewhere else in the tree. */
type Refers = 'person' | 'stage' | 'workflow' | 'customer' | 'contact' | 'deal'

const references: Record<string, Refers> = {
  stage: 'stage',
  workflow: 'workflow',
  'customer.parent': 'customer',
  'contact.reports_to': 'contact',
  'contact.moved_to': 'customer',
  'deal.primary_contact': 'contact',
  'deal.renews': 'deal',
  'activity.deal': 'deal',
}

/** What a field refers to; undefined where it holds a value of its own. */
export function refersTo(kind: KindName, field: string, team?: TeamFields): Refers | undefined {
  if (peopleFieldsOf(kind, team).includes(field)) return 'person'
  const own = teamFieldsOf(kind, team)[field]?.type
  if (own === 'customer' || own === 'contact' || own === 'deal') return own
  return references[`${kind}.${field}`] ?? (kind === 'deal' || kind === 'customer' ? references[field] : undefined)
}

/** Offers `key=` for the fields of a record, `key+=` for its lists, and the keys below one (`meddpicc.champion=`). */
export function offerKeys(kinds: readonly KindName[], typed: string, team?: TeamFields): Offers {
  const parents = typed.split('.').slice(0, -1)
  const keys = kinds.flatMap((kind) => {
    const schema = schemaOf(kind, team)
    return keysAt(schema, parents).flatMap((key) => offersFor(fieldAt(schema, [...parents, key]), [...parents, key].join('.')))
  })
  return startingWith(typed, keys, 'open')
}

function offersFor(type: FieldType | undefined, name: string): Offer[] {
  const about = type?.description
  if (type?.is === 'list' && type.item?.is === 'map') return []
  if (type?.is === 'list') return ['+=', '=', '-='].map((sign) => ({ value: name + sign, about }))
  if (type?.is === 'map') return [{ value: `${name}.`, about }]
  return [{ value: `${name}=`, about }]
}

/** Offers the values a field may have by its schema, with `key=` before each. */
export function offerChoices(kinds: readonly KindName[], { name, sign }: Typed, typed: string, team?: TeamFields): Offers {
  const values = kinds.flatMap((kind) => choicesOf(fieldAt(schemaOf(kind, team), name.split('.'))))
  return withBefore(`${name}${sign}=`, startingWith(typed, values))
}

export type Typed = { name: string; sign: string; value: string }

/** Reads `tags+=a`; undefined while the key is still typed. */
export function readTyped(word: string): Typed | undefined {
  const [, name, sign = '', value = ''] = /^([^=\s+]+?)([+-]?)=([^]*)$/.exec(word) ?? []
  return name === undefined ? undefined : { name, sign, value }
}

function choicesOf(type: FieldType | undefined): readonly string[] {
  if (type?.is === 'boolean') return ['true', 'false']
  if (type?.is === 'list' && type.item) return choicesOf(type.item)
  if (type?.is === 'either') return (type.either ?? []).flatMap(choicesOf)
  return type?.values ?? []
}

/** Offers names of fields, of which several may stand between commas; `-` before one turns the order round. */
export function offerFields(kind: KindName, typed: string, team?: TeamFields): Offers {
  const [, before = '', last = ''] = /^((?:[^,]*,)*-?)([^]*)$/.exec(typed) ?? []
  const fields = Object.entries(fieldsOf(kind, team)).map(([value, { description }]) => ({ value, about: description }))
  return withBefore(before, startingWith(last, ['slug', ...fields]))
}

export const activityTypes = (): readonly string[] => ActivityType.options
