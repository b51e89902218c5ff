import { isDeepStrictEqual } from 'node:util'
import { domainOf } from '../../records/domain-of.ts'
import type { FieldEdit } from '../../records/schema/field-values.ts'
import { isRefusal } from './consent.ts'

type Data = Record<string, unknown>

/** What both say differently: the value that stays, and the other one, which goes into the running text. */
export type Differing = { field: string; kept: unknown; was: unknown }

/** How the fields of one record go into another of its kind. `ids` are those the other has no room for; its stub keeps them. */
export type MergedFields = { edits: FieldEdit[]; taken: { field: string; value: unknown }[]; differing: Differing[]; ids: Data }

/** Fields that are no merging matter: they say where a record stands rather than what is true of it. */
const apart = new Set([
  'name',
  'email',
  'emails',
  'aliases',
  'domain',
  'domains',
  'archived',
  'redirect',
  'parent',
  'reports_to',
  'consent',
])

/** Fields of which the other's value never comes in by itself, because more would follow from it. */
const kept = new Set(['share', 'status', 'moved_to', 'moved_from', 'bounced'])

/** Decides field by field: what `a` says stays, what only `b` says comes in, lists and maps are united, the rest is told. */
export function mergeFields(kind: 'customer' | 'contact', a: Data, b: Data): MergedFields {
  const merged: MergedFields = { edits: [], taken: [], differing: [], ids: {} }
  if (kind === 'customer') {
    names(merged, a, b)
    addresses(merged, a, b, 'domain', 'domains', (text) => domainOf(text) ?? text.toLowerCase())
  } else {
    if (!isSame(a['name'], b['name'])) differ(merged, 'name', a['name'], b['name'])
    addresses(merged, a, b, 'email', 'emails', (text) => text.toLowerCase())
    consent(merged, a['consent'], b['consent'])
  }
  const staged = kind === 'customer' && filled(a['stage'])
  for (const [field, value] of Object.entries(b)) {
    if (apart.has(field) || !filled(value) || (kind === 'contact' && field === 'belongs_to')) continue
    if (staged && (field === 'stage' || field === 'workflow')) {
      if (!isSame(a[field], value)) differ(merged, field, a[field], value)
    } else if (kept.has(field)) bounce(merged, field, a, b)
    else unite(merged, [field], a[field], value)
  }
  return merged
}

function names({ edits, taken }: MergedFields, a: Data, b: Data): void {
  const known = new Set([a['name'], ...list(a['aliases'])].map(fold))
  for (const name of [b['name'], ...list(b['aliases'])]) {
    if (!filled(name) || known.has(fold(name))) continue
    known.add(fold(name))
    edits.push({ do: 'add', field: ['aliases'], value: name })
    taken.push({ field: 'aliases', value: name })
  }
}

/** One main address and further ones: whoever has no main one takes over the other's. */
function addresses(merged: MergedFields, a: Data, b: Data, main: string, more: string, keyOf: (text: string) => string): void {
  const key = (one: unknown) => (typeof one === 'string' ? keyOf(one) : one)
  const known = new Set([a[main], ...list(a[more])].filter(filled).map(key))
  for (const address of [b[main], ...list(b[more])]) {
    if (!filled(address) || known.has(key(address))) continue
    known.add(key(address))
    const isMain = !filled(a[main]) && address === b[main]
    merged.edits.push(isMain ? { do: 'set', field: [main], value: address } : { do: 'add', field: [more], value: address })
    merged.taken.push({ field: isMain ? main : more, value: address })
  }
}

/** Who has said no to one of two is not written to as the other. */
function consent(merged: MergedFields, a: unknown, b: unknown): void {
  if (!filled(b) || isDeepStrictEqual(a, b)) return
  if (!filled(a) || (isRefusal(b) && !isRefusal(a))) {
    merged.edits.push({ do: 'set', field: ['consent'], value: b })
    merged.taken.push({ field: 'consent', value: b })
    if (filled(a)) differ(merged, 'consent', b, a)
    return
  }
  differ(merged, 'consent', a, b)
  if (isMap(b) && b['calls'] === false && isMap(a) && a['calls'] !== false)
    merged.edits.push({ do: 'set', field: ['consent', 'calls'], value: false })
}

/** Mail that came back is a matter of its address. */
function bounce(merged: MergedFields, field: string, a: Data, b: Data): void {
  const sameMail = field === 'bounced' && (!filled(a['email']) || fold(a['email']) === fold(b['email']))
  if (sameMail && !filled(a[field])) unite(merged, [field], undefined, b[field])
  else if (!isSame(a[field], b[field])) differ(merged, field, a[field], b[field])
}

function unite(merged: MergedFields, field: string[], a: unknown, b: unknown): void {
  if (!filled(b) || isSame(a, b)) return
  const name = field.join('.')
  if (!filled(a)) {
    merged.edits.push({ do: 'set', field, value: b })
    merged.taken.push({ field: name, value: b })
  } else if (Array.isArray(a) && Array.isArray(b)) {
    const known = a.map(fold)
    const added = b.filter((item) => !known.includes(fold(item)))
    for (const value of added) merged.edits.push({ do: 'add', field, value })
    if (added.length > 0) merged.taken.push({ field: name, value: added })
  } else if (isMap(a) && isMap(b) && field.length < 3) {
    for (const [key, value] of Object.entries(b)) unite(merged, [...field, key], a[key], value)
  } else {
    differ(merged, name, a, b)
    if (field[0] === 'external' && field.length === 2) merged.ids[field[1]!] = b
  }
}

const differ = ({ differing }: MergedFields, field: string, stays: unknown, was: unknown) =>
  void differing.push({ field, kept: stays ?? null, was })

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : filled(value) ? [value] : [])
const filled = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
const isMap = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)
const fold = (value: unknown) => (typeof value === 'string' ? value.trim().toLowerCase() : JSON.stringify(value))
const isSame = (a: unknown, b: unknown) =>
  typeof a === 'string' && typeof b === 'string' ? a.trim() === b.trim() : isDeepStrictEqual(a, b)
