import { isDeepStrictEqual } from 'node:util'
import { isScalar } from 'yaml'
import type { TeamFields } from '../kinds/fields.ts'
import { referenceFieldsOf } from '../kinds/reference-fields.ts'
import { type KindName, kindOf } from '../kinds.ts'
import type { FieldPath } from '../plan.ts'
import { readRecord } from '../schema/read-record.ts'
import { nodeAt } from '../text/entry.ts'
import { type FrontMatter, fieldPlace, readFrontMatter } from '../text/front-matter.ts'
import { removeFromList } from '../text/list-item.ts'
import { renderText } from '../text/render-value.ts'
import { withValue } from '../with-value.ts'
import { type Namer, redirectTo, renameReference, type Ways } from './ways.ts'

type Target = 'customer' | 'contact' | 'deal' | 'file'

/** Fields that name a record in some files and hold other words in others; they change only where they name what moved. Who took part in an activity stays named as there, unless it is one of the same customer. */
const perhaps: Partial<Record<KindName, [field: string, target: Target][]>> = {
  contact: [['moved_from', 'customer']],
  deal: [
    ['meddpicc.*', 'contact'],
    ['meddpicc.*.evidence', 'file'],
  ],
  activity: [['participants.*', 'contact']],
  episode: [['customer', 'customer']],
}

/** What became of a file's fields; `left` are lines that name what moved and could not be changed (their stubs still lead on). */
export type Relinked = { text: string; left: number[] }

/** A record whose fields name things where they went. Lists that would name somebody twice name them once. */
export function relinkFields(ways: Ways, file: Namer, written: string, team?: TeamFields): Relinked {
  const kind = kindOf(file.was)
  if (!kind) return { text: written, left: [] }
  const fields: [string, Target][] = [...referenceFieldsOf(kind, team), ...(perhaps[kind] ?? [])]
  const text = dropRepeats(ways, file, kind, written)
  const sheet = readFrontMatter(file.was, text)
  if (sheet.problems.some(({ severity }) => severity === 'error')) return { text, left: [] }
  const wanted = fields.flatMap(([field, target]) =>
    textsAt(sheet.data, field.split('.')).flatMap(([at, name]): Wanted[] => {
      const now = renameReference(ways, file, name, target)
      return now === undefined || (kind === 'activity' && at[0] === 'participants' && now.includes('/')) ? [] : [{ at, now }]
    }),
  )
  return replaceTexts(sheet, [...wanted, ...redirected(ways, file, kind, sheet)])
}

type Wanted = { at: FieldPath; now: string }

/** A stub leads on to where its record went. */
function redirected(ways: Ways, { was, is }: Namer, kind: KindName, sheet: FrontMatter): Wanted[] {
  if (typeof sheet.data['redirect'] !== 'string') return []
  const { redirect = '' } = readRecord(kind, was, sheet.text)
  const to = ways.get(redirect)
  return to === undefined || to === redirect ? [] : [{ at: ['redirect'], now: redirectTo(is, to) }]
}

function replaceTexts(sheet: FrontMatter, wanted: readonly Wanted[]): Relinked {
  const { text, path } = sheet
  const spots = wanted.map(({ at, now }) => {
    const node = nodeAt(sheet.document, at)
    const quote =
      isScalar(node) && node.type === 'QUOTE_SINGLE'
        ? 'single'
        : isScalar(node) && node.type === 'QUOTE_DOUBLE'
          ? 'double'
          : undefined
    const range = isScalar(node) ? node.range : undefined
    const put = renderText(now, { inFlow: true, ...(quote && { quote }) })
    return { at, now, from: sheet.from + (range?.[0] ?? 0), to: sheet.from + (range?.[1] ?? 0), put, isPlain: Boolean(range) }
  })
  const sound = spots.filter(({ isPlain }) => isPlain).sort((a, b) => b.from - a.from)
  const made = sound.reduce((done, { from, to, put }) => done.slice(0, from) + put + done.slice(to), text)
  const expected = sound.reduce<unknown>((data, { at, now }) => withValue(data, at, now), sheet.data)
  const isRight = isDeepStrictEqual(readFrontMatter(path, made).data, expected)
  const left = (isRight ? spots.filter(({ isPlain }) => !isPlain) : spots).map(({ at }) => fieldPlace(sheet, at).line)
  return { text: isRight ? made : text, left }
}

/** Takes out of lists whoever would stand there twice: under the old name and the new one. */
function dropRepeats(ways: Ways, file: Namer, kind: KindName, text: string): string {
  const [field, nameOf] = kind === 'activity' ? (['participants', plainName] as const) : (['people', contactOf] as const)
  if (kind !== 'activity' && kind !== 'deal') return text
  const { data, problems } = readFrontMatter(file.was, text)
  const list = data[field]
  if (!Array.isArray(list) || problems.some(({ severity }) => severity === 'error')) return text
  const renamed = list.map((item) => (nameOf(item) && renameReference(ways, file, nameOf(item)!, 'contact')) || undefined)
  const standing = list.filter((_, n) => renamed[n] === undefined)
  const told = [...standing]
  const doubled = list.filter((item, n) => {
    const now = renamed[n]
    if (now === undefined) return false
    const again = told.some((other) => nameOf(other) === now && (!roleOf(item) || roleOf(item) === roleOf(other)))
    if (!again) told.push(field === 'people' ? { ...(item as object), contact: now } : now)
    return again
  })
  return doubled.reduce<string>((left, item) => removeFromList(file.was, left, [field], item), text)
}

const plainName = (item: unknown) => (typeof item === 'string' ? item : undefined)
const contactOf = (item: unknown) => plainName((item as { contact?: unknown } | null)?.contact)
const roleOf = (item: unknown) => plainName((item as { role?: unknown } | null)?.role)

function textsAt(value: unknown, field: FieldPath, before: FieldPath = []): [FieldPath, string][] {
  const [key, ...rest] = field
  if (key === undefined) return typeof value === 'string' && value !== '' ? [[before, value]] : []
  if (typeof value !== 'object' || value === null) return []
  const entries =
    key === '*'
      ? Object.entries(value)
      : Object.hasOwn(value, key)
        ? [[key, (value as Record<string, unknown>)[key]] as const]
        : []
  return entries.flatMap(([name, inner]) => textsAt(inner, rest, [...before, name]))
}
