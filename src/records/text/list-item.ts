import { isDeepStrictEqual } from 'node:util'
import { isSeq, type YAMLSeq } from 'yaml'
import { Failure } from '../../failure.ts'
import type { FieldPath } from '../plan.ts'
import { isFlow, itemsOf, nodeAt } from './entry.ts'
import { fieldPlace } from './front-matter.ts'
import { plainValue, renderInline, renderLines } from './render-value.ts'
import { separator, setField, takeFromBrackets } from './set-field.ts'
import {
  fieldValue,
  indentAt,
  nextLine,
  openSheet,
  refuseIfRepeated,
  type Sheet,
  type Splice,
  splice,
  wholeLines,
  withField,
} from './splice.ts'

/** Adds one item to a list in the list's own style (`tags+=a`). Nothing happens if it is there already. */
export function addToList(path: string, text: string, field: FieldPath, value: unknown): string {
  const sheet = openSheet(path, text, field)
  const item = plainValue(value)
  const items = itemsAt(sheet)
  if (items.some((one) => isDeepStrictEqual(one, item))) return text
  const expected = withField(sheet.data, field, [...items, item])
  return changeList(sheet, (list) => addItem(sheet, list, item), expected) ?? setField(path, text, field, [...items, item])
}

/** Takes an item out of a list, wherever it stands (`tags-=a`). The last one leaves `[]`: the key still says that there are none. */
export function removeFromList(path: string, text: string, field: FieldPath, value: unknown): string {
  const sheet = openSheet(path, text, field)
  const item = plainValue(value)
  const items = itemsAt(sheet)
  const at = items.findIndex((one) => isDeepStrictEqual(one, item))
  if (at < 0) return text
  const left = items.toSpliced(at, 1)
  const changed =
    left.length > 0 && changeList(sheet, (list) => takeItem(sheet, list, at), withField(sheet.data, field, left), at)
  return removeFromList(path, changed || setField(path, text, field, left), field, item)
}

function itemsAt({ path, text, field, data, ...sheet }: Sheet): unknown[] {
  const value = fieldValue(data, field)
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  if (typeof value !== 'object') return [value]
  const { line } = fieldPlace({ ...sheet, path, text, data }, field)
  const message = `${path}:${line}: \`${field.join('.')}\` holds keys and values; expected a list such as [a, b]. Nothing was changed.`
  throw new Failure(message, { hint: `dossier edit ${path}`, exitCode: 2, path, line })
}

function changeList(sheet: Sheet, decide: (list: YAMLSeq) => Splice, expected: unknown, at = -1): string | undefined {
  const parents = sheet.field.map((_, depth) => nodeAt(sheet.document, sheet.field.slice(0, depth))!)
  const list = nodeAt(sheet.document, sheet.field)
  if (!isSeq(list) || list.items.length === 0) return undefined
  refuseIfRepeated(sheet, list.items[at], [...parents, list])
  return splice(sheet, decide(list), expected)
}

function addItem({ yaml, eol }: Sheet, list: YAMLSeq, item: unknown): Splice {
  const entries = itemsOf(list)
  const last = entries.at(-1)!
  if (isFlow(list)) return { from: last.end, to: last.end, put: separator(yaml, entries) + renderInline(item, { inFlow: true }) }
  const indent = indentAt(yaml, last.start)
  const at = nextLine(yaml, last.end, indent.length)
  const lines = renderLines([item], indent).join(eol)
  return { from: at, to: at, put: yaml.slice(0, at).endsWith('\n') ? lines + eol : eol + lines }
}

function takeItem({ yaml }: Sheet, list: YAMLSeq, at: number): Splice {
  const entries = itemsOf(list)
  const { start, end } = entries[at]!
  if (isFlow(list)) return takeFromBrackets(list, entries, at)
  return { ...wholeLines(yaml, start, end, indentAt(yaml, start).length), put: '' }
}
