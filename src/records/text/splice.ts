import { isDeepStrictEqual } from 'node:util'
import { type Alias, isMap, isNode, isPair, type Node, visit, type YAMLMap } from 'yaml'
import { Failure } from '../../failure.ts'
import type { FieldPath } from '../plan.ts'
import { type FrontMatter, placeOf, readFrontMatter } from './front-matter.ts'

/** One change of a text: what stands between two offsets of the YAML gives way. */
export type Splice = { from: number; to: number; put: string }

/** A file open for changing: its YAML, its line end, and the field in question, for messages. */
export type Sheet = FrontMatter & { yaml: string; eol: string; field: FieldPath; map?: YAMLMap }

/** Reads a file for changing one field. What is wrong in it must be mended first, lest a change lands in the wrong place. */
export function openSheet(path: string, text: string, field: FieldPath): Sheet {
  if (field.length === 0) throw new Error(`No field was named for ${path}.`)
  const sheet = readFrontMatter(path, text)
  const wrong = sheet.problems.find((problem) => problem.severity === 'error')
  if (wrong) {
    const expected = wrong.expected ? ` Expected: ${wrong.expected}.` : ''
    const hint = `mend it with dossier edit ${path}; dossier check tells all that is wrong`
    throw new Failure(`${path}:${wrong.line}: ${wrong.message}${expected} Nothing was changed.`, {
      hint,
      exitCode: 2,
      path,
      line: wrong.line,
    })
  }
  const { contents } = sheet.document
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n'
  return { ...sheet, yaml: text.slice(sheet.from, sheet.to), eol, field, ...(isMap(contents) ? { map: contents } : {}) }
}

/** Makes the change, reads the result, and answers with it only if exactly the field changed. */
export function splice(sheet: Sheet, { from, to, put }: Splice, expected: unknown): string | undefined {
  const { text, path } = sheet
  const changed = text.slice(0, sheet.from + from) + put + text.slice(sheet.from + to)
  const after = readFrontMatter(path, changed)
  const sound = after.problems.every((problem) => problem.severity !== 'error')
  const same = isDeepStrictEqual(after.data, expected) && changed.slice(after.body) === text.slice(sheet.body)
  return sound && same ? changed : undefined
}

/** The data as they are to be once the field has its value (`undefined`: is gone). */
export function withField(data: unknown, [key, ...rest]: FieldPath, value: unknown): Record<string, unknown> {
  const entries = Object.entries((data ?? {}) as Record<string, unknown>)
  const old = entries.find(([name]) => name === key)
  const changed = rest.length === 0 ? value : withField(old?.[1], rest, value)
  const others = entries.map((entry): [string, unknown] => (entry === old ? [key!, changed] : entry))
  const all: [string, unknown][] = old ? others : [...others, [key!, changed]]
  return Object.fromEntries(all.filter(([, member]) => member !== undefined))
}

/** What a field holds now; undefined where it is absent or stands below something that is no map. */
export function fieldValue(data: unknown, field: FieldPath): unknown {
  return field.reduce<unknown>((at, key) => (isPlainMap(at) && Object.hasOwn(at, key) ? at[key] : undefined), data)
}

const isPlainMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Refuses a change of something that an alias elsewhere repeats: it would change, or break, there as well. */
export function refuseIfRepeated(sheet: Sheet, changed: unknown, parents: readonly Node[]) {
  const inside = new Set<unknown>()
  if (isNode(changed) || isPair(changed)) visit(changed as Node, (_, node) => void inside.add(node))
  visit(sheet.document, {
    Alias(_, alias) {
      const target = alias.resolve(sheet.document)
      if (target && !inside.has(alias) && (inside.has(target) || parents.includes(target))) refuseAlias(sheet, alias)
    },
  })
}

/** Says that a field cannot be changed because of an alias. */
export function refuseAlias({ path, text, from, field }: Sheet, alias: Alias): never {
  const { line } = placeOf(text, from + alias.range![0])
  const message = `${path}:${line}: \`*${alias.source}\` repeats what \`${field.join('.')}\` holds, so that one cannot change alone.`
  throw new Failure(`${message} Nothing was changed.`, {
    hint: `dossier edit ${path}, and change it by hand`,
    exitCode: 2,
    path,
    line,
  })
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(yaml: string, offset: number): number {
  const at = /\r?\n|$(?![\s\S])/.exec(yaml.slice(offset))
  return offset + at!.index
}

/** Where the line after an offset begins, past the comments that are indented deeper than `column` and so belong above. */
export function nextLine(yaml: string, offset: number, column: number): number {
  const deeper = new RegExp(`^(?:\\r?\\n[ \\t]{${column + 1},}#[^\\r\\n]*)*(?:\\r?\\n)?`)
  const end = lineEnd(yaml, offset)
  return end + deeper.exec(yaml.slice(end))![0].length
}

/** The spaces before an offset on its line; for `- a` in a list, those before the dash. */
export function indentAt(yaml: string, offset: number): string {
  return ' '.repeat(offset - (yaml.lastIndexOf('\n', offset - 1) + 1))
}

/** The range of whole lines, so that taking them away leaves the lines around as they are, also at an end without line break. */
export function wholeLines(yaml: string, start: number, end: number, column: number): { from: number; to: number } {
  const from = yaml.lastIndexOf('\n', start - 1) + 1
  const to = nextLine(yaml, end, column)
  if (to < yaml.length || yaml.endsWith('\n')) return { from, to }
  return { from: from - (/\r?\n$/.exec(yaml.slice(0, from))?.[0].length ?? 0), to }
}
