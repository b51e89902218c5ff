import type { TeamFields } from '../../../records/kinds/fields.ts'
import type { RowKind } from '../../../records/kinds/import-map.ts'
import { Products } from '../../../records/kinds/products.ts'
import { type FieldType, fieldAt, fieldsOf, keysAt, schemaOf } from '../../../records/schema/schema-of.ts'

/** The parts of a draft that a file can fill for one kind of row. */
export type Parts = {
  /** What the field of a part holds; undefined for parts that are no field of the record. */
  typeOf: (part: string) => FieldType | undefined
  /** The names of the record's fields, in their order. */
  fields: string[]
  /** The part that a person means by a word of a map; undefined when there is none. */
  meant: (word: string) => string | undefined
  /** What a person may write in a map. */
  words: string[]
}

const named = ['id', 'name', 'domain']
const someone = ['id', 'name', 'email']
const personal = ['name.first', 'name.middle', 'name.last']
const company = named.map((key) => `company.${key}`)
const owner = someone.map((key) => `owner.${key}`)
const suppress = [
  'suppress.opt-out',
  'suppress.opt-out.on',
  'suppress.bounce',
  'suppress.bounce.on',
  'suppress.bounce.reason',
  'suppress.words',
  'consent.calls.not',
  'country',
]
const place = ['city', 'state', 'country', 'json'].map((key) => `location.${key}`)
const always = ['id', 'body', 'imported', 'deleted']

const beside: Record<RowKind, string[]> = {
  customer: [...always, ...owner, ...someone.map((key) => `csm.${key}`), 'above.id', 'above.name', ...place, 'currency'],
  contact: [...always, ...personal, ...owner, ...company, ...suppress],
  lead: [...always, ...personal, ...owner, ...company, ...suppress],
  deal: [...always, ...owner, ...company, ...someone.map((key) => `contact.${key}`), 'lead', 'products', 'outcome'],
  person: [...always, ...personal, 'email', ...someone.map((key) => `above.${key}`)],
  product: always,
}

/** Words for parts that people know by another name. */
const others: Record<string, string[]> = {
  id: ['external'],
  'above.name': ['parent', 'parent.name', 'manager', 'manager.name'],
  'above.id': ['parent.id', 'manager.id'],
  'above.email': ['manager.email'],
  'owner.name': ['owner'],
  'csm.name': ['csm'],
  'contact.name': ['primary_contact', 'contact'],
  'company.name': ['company', 'customer'],
  products: ['product'],
  'name.first': ['first_name'],
  'name.last': ['last_name'],
  'location.city': ['city'],
  'location.state': ['state'],
  'location.country': ['country'],
  body: ['notes', 'description'],
  'suppress.opt-out': ['opt_out', 'suppress'],
  'suppress.bounce': ['bounced'],
  'consent.given': ['consent'],
}

/** What can be filled for one kind of row, the team's own fields among it. */
export function openParts(kind: RowKind, team?: TeamFields): Parts {
  const record = kind === 'lead' ? 'contact' : kind
  const schema = record === 'product' ? Products() : schemaOf(record, team)
  const root = record === 'product' ? ['products', '0'] : []
  const fields = record === 'product' ? keysAt(schema, root) : Object.keys(fieldsOf(record, team))
  const own = new Set(beside[kind])
  const typeOf = (part: string) => (own.has(part) ? undefined : fieldAt(schema, [...root, ...part.split('.')]))
  const byWord = new Map(Object.entries(others).flatMap(([part, words]) => words.map((word) => [word, part] as const)))
  const canHold = (part: string) => {
    const type = typeOf(part)
    return type !== undefined && (type.is === 'list' ? type.item?.is !== 'map' : type.is !== 'map')
  }
  const isPart = (part: string) => own.has(part) || canHold(part)
  const meant = (word: string) => {
    const other = byWord.get(word)
    if (other && isPart(other)) return other
    return isPart(word) ? word : undefined
  }
  const words = [...fields.filter(canHold), ...own, ...byWord.keys()].filter((word) => meant(word) !== undefined)
  return { typeOf, fields, meant, words: [...new Set(words)] }
}

const said: Record<string, string> = {
  id: 'external',
  outcome: 'stage',
  deleted: 'left out',
  '': 'left out',
  country: 'imported',
  'suppress.words': 'consent',
  'consent.calls.not': 'consent.calls',
}

/** A part as the plan names it. */
export const sayPart = (part: string, kind: RowKind) =>
  said[part] ??
  part
    .replace(/^(name|location)\..*/, '$1')
    .replace(/^suppress\.opt-out.*/, 'consent')
    .replace(/^suppress\.bounce.*/, 'bounced')
    .replace(/^above\./, kind === 'person' ? 'manager.' : 'parent.')
    .replace(/^contact\./, 'primary_contact.')
