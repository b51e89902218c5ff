import { isDeepStrictEqual } from 'node:util'
import { isAlias, isMap, isScalar, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml'
import { Failure } from '../../failure.ts'
import type { FieldPath } from '../plan.ts'
import { type Entry, entryOf, isFlow, pairAt } from './entry.ts'
import { placeOf } from './front-matter.ts'
import {
  isFilled,
  isShortList,
  plainValue,
  renderEntry,
  renderInline,
  renderLines,
  renderLiteral,
  renderText,
} from './render-value.ts'
import {
  fieldValue,
  indentAt,
  lineEnd,
  nextLine,
  openSheet,
  refuseAlias,
  refuseIfRepeated,
  type Sheet,
  type Splice,
  splice,
  wholeLines,
  withField,
} from './splice.ts'

/** Changes one value (`undefined` takes the key away) and leaves every other byte alone, so that the commit shows one line. */
export function setField(path: string, text: string, field: FieldPath, value: unknown): string {
  const sheet = openSheet(path, text, field)
  const wanted = value === undefined ? undefined : plainValue(value)
  if (isDeepStrictEqual(fieldValue(sheet.data, field), wanted)) return text

  if (wanted === undefined) {
    if (isLastOfItsMap(sheet)) return setField(path, text, field.slice(0, -1), {})
    const left = withField(sheet.data, field, undefined)
    const lines = takeAway(sheet)
    return splice(sheet, lines, left) ?? splice(sheet, belowKeptBlanks(sheet, lines), left) ?? giveUp(sheet)
  }
  const expected = withField(sheet.data, field, wanted)
  if (sheet.from === sheet.to && !/\.ya?ml$/i.test(path)) return beginFrontMatter(sheet, wanted)
  return splice(sheet, put(sheet, wanted), expected) ?? splice(sheet, put(sheet, wanted, true), expected) ?? giveUp(sheet)
}

function giveUp({ path, field }: Sheet): never {
  throw new Error(`Writing \`${field.join('.')}\` to ${path} would have changed more than this field; nothing was written.`)
}

function beginFrontMatter({ text, from, eol, field }: Sheet, value: unknown): string {
  const [key, ...rest] = field
  const lines = ['---', ...renderEntry(key!, nest(rest, value), ''), '---', '']
  return text.slice(0, from) + lines.join(eol) + text.slice(from)
}

const nest = (path: FieldPath, value: unknown): unknown => path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)

type Found = { map: YAMLMap; pair?: Pair; depth: number; parents: YAMLMap[] }

/** Goes down the path as far as the file does. */
function find(sheet: Sheet, map: YAMLMap): Found {
  const parents = [map]
  for (let depth = 0; ; depth++) {
    const last = parents.at(-1)!
    const pair = pairAt(last, sheet.field[depth]!)
    if (!pair) return { map: last, depth, parents }
    const value = pair.value as Node | null
    if (depth === sheet.field.length - 1 || !value || (isScalar(value) && value.value === null))
      return { map: last, pair, depth, parents }
    if (isAlias(value)) refuseAlias(sheet, value)
    if (!isMap(value)) refuseScalar(sheet, depth, value)
    parents.push(value)
  }
}

function refuseScalar({ path, text, from, field }: Sheet, depth: number, value: Node): never {
  const { line } = placeOf(text, from + value.range![0])
  const above = field.slice(0, depth + 1).join('.')
  const message = `${path}:${line}: \`${above}\` holds ${isScalar(value) ? 'a plain value' : 'a list'}, so there is no place for \`${field.join('.')}\`.`
  const hint = `dossier edit ${path}, and make \`${above}\` a list of keys and values`
  throw new Failure(`${message} Nothing was changed.`, { hint, exitCode: 2, path, line })
}

function isLastOfItsMap(sheet: Sheet): boolean {
  const { map, parents } = find(sheet, sheet.map!)
  return parents.length > 1 && map.items.length === 1
}

function put(sheet: Sheet, value: unknown, strict = false): Splice {
  if (!sheet.map) return putFirst(sheet, value, strict)
  const { map, pair, depth, parents } = find(sheet, sheet.map)
  const inner = nest(sheet.field.slice(depth + 1), value)
  const key = sheet.field[depth]!
  if (!pair) {
    refuseIfRepeated(sheet, undefined, parents)
    return isFlow(map) ? addBetweenBraces(sheet, map, key, inner, strict) : addBelow(sheet, map, key, inner, strict)
  }
  const entry = entryOf(pair)
  refuseIfRepeated(sheet, pair.value, parents)
  return exchange(sheet, { entry, old: pair.value as Node | null, inFlow: isFlow(map) }, inner, strict)
}

/** Writes the first entry of a file that has none yet, below its comments. */
function putFirst({ yaml, eol, field, document }: Sheet, value: unknown, strict: boolean): Splice {
  const lines = renderEntry(field[0]!, nest(field.slice(1), value), '', strict).join(eol)
  const contents = document.contents as Scalar | null
  if (contents?.source) return { from: contents.range![0], to: contents.range![1], put: lines }
  const at = /^\.\.\./m.exec(yaml)?.index ?? yaml.length
  const open = at > 0 && yaml[at - 1] !== '\n'
  return { from: at, to: at, put: open ? eol + lines : lines + eol }
}

function addBelow({ yaml, eol }: Sheet, map: YAMLMap, key: string, value: unknown, strict: boolean): Splice {
  const last = entryOf(map.items.at(-1)!)
  const indent = indentAt(yaml, last.start)
  const at = nextLine(yaml, last.end, indent.length)
  const lines = renderEntry(key, value, indent, strict).join(eol)
  return { from: at, to: at, put: yaml.slice(0, at).endsWith('\n') ? lines + eol : eol + lines }
}

function addBetweenBraces({ yaml }: Sheet, map: YAMLMap, key: string, value: unknown, strict: boolean): Splice {
  const style = { inFlow: true, strict }
  const item = `${renderText(key, style)}: ${renderInline(value, style)}`
  const entries = map.items.map(entryOf)
  const last = entries.at(-1)
  if (!last) return { from: map.range![0], to: map.range![1], put: `{${item}}` }
  return { from: last.end, to: last.end, put: separator(yaml, entries) + item }
}

/** What stands between the last two items in brackets, so that a new one comes in the same way. */
export function separator(yaml: string, entries: Entry[]): string {
  const [before, last] = entries.slice(-2)
  const between = last && yaml.slice(before!.end, last.start)
  return between && /^,\s*$/.test(between) ? between : ', '
}

type Place = { entry: Entry; old: Node | null; inFlow: boolean }

function exchange(sheet: Sheet, { entry, old, inFlow }: Place, value: unknown, strict: boolean): Splice {
  const { yaml, eol } = sheet
  const { colon, value: stood } = entry
  const indent = indentAt(yaml, entry.start)
  const inLines = !strict && !inFlow && colon !== undefined
  const lines = inLines && asLines(value, old, stood?.block !== undefined)
  const literal = inLines && typeof value === 'string' && renderLiteral(value, `${indent}  `)
  const inline = lines || literal ? '' : renderInline(value, { inFlow, strict, ...quoteOf(old) })

  if (colon === undefined) return { from: entry.end, to: entry.end, put: inFlow ? `: ${inline}` : `${eol}${indent}: ${inline}` }
  if (!lines && !literal && !stood) return { from: colon, to: colon, put: ` ${inline}` }
  if (!lines && !literal && stood && !stood.block && (inFlow || entry.comments === ''))
    return { from: stood.start, to: stood.end, put: inline }

  const end = lineEnd(yaml, stood?.end ?? colon)
  const isCollection = stood?.block === 'list' || stood?.block === 'map'
  const comments = stood?.block ? entry.comments : (stood ? entry.comments : '') + yaml.slice(stood?.end ?? colon, end).trimEnd()
  if (literal) return { from: colon, to: end, put: ` ${[literal.header + comments, ...literal.lines].join(eol)}` }
  if (!lines)
    return { from: colon, to: stood?.block ? end : stood!.end, put: ` ${inline}${stood?.block ? comments : entry.comments}` }

  const inner = stood && isCollection ? indentAt(yaml, old!.range![0]) : `${indent}  `
  const deep = inner.length > indent.length || Array.isArray(value) ? inner : `${indent}  `
  const written = renderLines(lines, deep).join(eol)
  if (isCollection && deep === inner && old!.range![0] === stood.start)
    return { from: stood.start - inner.length, to: end, put: written }
  return { from: colon, to: end, put: comments + eol + written }
}

/** Whether a value is shown as lines below its key: as the old one was, or as its length asks for. */
function asLines(value: unknown, old: Node | null, wasBlock: boolean): object | undefined {
  if (!isFilled(value)) return undefined
  const wasCollection = old !== null && !isScalar(old) && !isAlias(old)
  if (wasCollection) return wasBlock ? value : undefined
  return isShortList(value) ? undefined : value
}

function quoteOf(old: Node | null): { quote?: 'single' | 'double' } {
  if (!isScalar(old)) return {}
  return old.type === 'QUOTE_SINGLE' ? { quote: 'single' } : old.type === 'QUOTE_DOUBLE' ? { quote: 'double' } : {}
}

function takeAway(sheet: Sheet): Splice {
  const { map, pair, parents } = find(sheet, sheet.map!)
  const entry = entryOf(pair!)
  refuseIfRepeated(sheet, pair, parents)
  if (isFlow(map)) return takeFromBrackets(map, map.items.map(entryOf), map.items.indexOf(pair!))
  return { ...wholeLines(sheet.yaml, entry.start, entry.end, indentAt(sheet.yaml, entry.start).length), put: '' }
}

/** Minds a text above that keeps its blank lines (`|+`): its own line break stays, and those below the entry do not join it. */
function belowKeptBlanks({ yaml }: Sheet, { from, to }: Splice): Splice {
  const above = /^\r?\n/.exec(yaml.slice(from, to))?.[0].length ?? 0
  return { from: from + above, to: to + /^(?:[ \t]*\r?\n)*/.exec(yaml.slice(to))![0].length, put: '' }
}

/** Takes one item from between brackets, with the comma that parted it. */
export function takeFromBrackets(whole: Node, entries: Entry[], at: number): Splice {
  const next = entries[at + 1]
  const before = entries[at - 1]
  if (next) return { from: entries[at]!.start, to: next.start, put: '' }
  if (before) return { from: before.end, to: entries[at]!.end, put: '' }
  return { from: whole.range![0] + 1, to: whole.range![1] - 1, put: '' }
}
