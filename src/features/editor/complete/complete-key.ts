import type { KindName } from '../../../records/kinds.ts'
import type { FieldPath } from '../../../records/plan.ts'
import { type FieldType, fieldAt, fieldsOf, keysAt, schemaOf } from '../../../records/schema/schema-of.ts'
import { schemaPath } from '../find/field-meaning.ts'
import type { Page } from '../text/open-page.ts'
import type { View } from '../view.ts'
import type { Suggestion } from './suggestion.ts'

type Asked = { path: FieldPath; from: number; to: number; isBare: boolean; typed: string; at: number }

/** The keys that may stand in what a path names, those that are there already left out; for a list of maps, its items. */
export function completeKey(view: View, page: Page, kind: KindName, asked: Asked): Suggestion[] {
  const { path, isBare, typed, at } = asked
  const [from, to] = typed === '' ? [at, at] : [asked.from, asked.to]
  const schema = schemaOf(kind, view.team())
  const type = path.length === 0 ? undefined : fieldAt(schema, schemaPath(kind, path))
  const isItem = type?.is === 'list'
  const inside = isItem ? [...path, '0'] : path
  const others = new Set(
    page
      .cells()
      .flatMap((cell) => (cell.is === 'key' && cell.from !== asked.from && isIn(cell.path, inside) ? cell.path.at(-1)! : [])),
  )
  const eol = /\r\n/.test(page.text) ? '\r\n' : '\n'
  const indent = ' '.repeat(from - (page.text.lastIndexOf('\n', from - 1) + 1) + 2)
  const isFlow = /[[{,]\s*$/.test(page.text.slice(Math.max(0, from - 80), from))
  return keysIn(view, kind, inside)
    .map((key): Suggestion => {
      const field = fieldAt(schema, schemaPath(kind, [...inside, key]))
      const open = isFlow ? ' ' : openingOf(field, eol, indent)
      const dash = isItem && !isFlow ? '- ' : page.text[from - 1] === '-' ? ' ' : ''
      return {
        label: key,
        put: isBare ? `${dash}${key}:${isItem && field?.is === 'map' ? ' ' : open}` : key,
        from,
        to,
        is: 'key',
        detail: field?.values ? field.values.slice(0, 6).join(' | ') : field?.expected,
        about: field?.description,
      }
    })
    .filter(({ label }) => isItem || !others.has(label))
}

/** A map goes on below its key, everything else behind it. */
const openingOf = (field: FieldType | undefined, eol: string, indent: string) => (field?.is === 'map' ? `${eol}${indent}` : ' ')

const isIn = (path: FieldPath, container: FieldPath) =>
  path.length === container.length + 1 && container.every((key, n) => path[n] === key)

/** The keys a schema knows at a path; at the top of a file of rules, only `triggers`. */
function keysIn(view: View, kind: KindName, path: FieldPath): string[] {
  if (path.length === 0) return Object.keys(fieldsOf(kind, view.team()))
  const schema = schemaOf(kind, view.team())
  const field = schemaPath(kind, path)
  return fieldAt(schema, field) ? [...new Set(keysAt(schema, field))] : []
}
