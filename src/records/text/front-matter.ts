import matter from 'gray-matter'
import { type Alias, type Document, isAlias, isMap, isNode, isScalar, LineCounter, visit } from 'yaml'
import type { FieldPath } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { findOddKey } from '../yaml/find-odd-key.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { nodeAt } from './entry.ts'
import { firstLine, sayYaml } from './say-yaml.ts'

/** A record's text taken apart. `from`, `to` and `body` are offsets into `text`; without front matter `from` equals `to`. */
export type FrontMatter = {
  path: string
  text: string
  /** Where the YAML begins and ends (the closing fence is not part of it). A `.yaml` file is YAML from end to end. */
  from: number
  to: number
  /** Where the running text begins; for a `.yaml` file the end of the text. */
  body: number
  document: Document
  data: Record<string, unknown>
  problems: Problem[]
}

type Place = (offset: number) => { line: number; column: number }

const opening = /^\uFEFF?---[ \t]*\r?\n/
const closing = /^---[ \t]*(?:\r?\n|$(?![\s\S]))/m

/** Reads the front matter of a Markdown record, or a whole YAML file. Never throws: what is wrong is in `problems`, with its place. */
export function readFrontMatter(path: string, text: string): FrontMatter {
  const bom = text.startsWith('\uFEFF') ? 1 : 0
  if (/\.ya?ml$/i.test(path)) return take(path, text, { from: bom, to: text.length, body: text.length })

  const head = opening.exec(text)
  if (!head) return take(path, text, { from: bom, to: bom, body: bom })

  const rest = text.slice(head[0].length)
  const end = closing.exec(rest)
  if (!end) {
    const problem = {
      path,
      line: 1,
      column: 1,
      message: 'The front matter is not closed.',
      expected: 'a line of --- after the last key',
    }
    return {
      ...take(path, text, { from: bom, to: bom, body: bom }),
      problems: [{ ...problem, severity: 'error', code: 'front-matter-open' }],
    }
  }
  return take(path, text, { from: bom + 3, to: head[0].length + end.index, body: head[0].length + end.index + end[0].length })
}

function take(path: string, text: string, { from, to, body }: { from: number; to: number; body: number }): FrontMatter {
  const lines = new LineCounter()
  const yaml = text.slice(from, to)
  const document = parse(path, yaml, lines)
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    const skipped = text.slice(0, from).split('\n').length - 1
    return { line: line + skipped, column: line === 1 && skipped === 0 ? col + from : col }
  }
  const problems = [...document.errors, ...document.warnings].map((error): Problem => {
    const [message, expected] = sayYaml(error)
    const grave = error.name === 'YAMLParseError'
    const how: Pick<Problem, 'severity' | 'code'> = grave
      ? { severity: 'error', code: 'yaml' }
      : { severity: 'warning', code: 'yaml-doubtful' }
    return { path, ...place(Math.min(error.pos[0], yaml.length)), message, ...(expected && { expected }), ...how }
  })
  const contents = document.contents
  if (contents && !isMap(contents) && !(isScalar(contents) && contents.value === null))
    problems.push({
      path,
      ...place(contents.range?.[0] ?? 0),
      message: 'The front matter is not a list of keys and values.',
      expected: 'lines such as `name: Acme`',
      severity: 'error',
      code: 'yaml-not-keys',
    })
  if (document.errors.length === 0) problems.push(...tooLongNumbers(document, path, place))
  return {
    path,
    text,
    from,
    to,
    body,
    document,
    data: document.errors.length === 0 ? dataOf(document, path, place, problems) : {},
    problems,
  }
}

/** gray-matter splits Markdown; its cache, its YAML 1.1 and its code-running engines stay shut (style.md, trap 1 and 2). */
function parse(path: string, yaml: string, lineCounter: LineCounter): Document {
  const read = (source: string) => parseYaml(source, lineCounter)
  if (/\.ya?ml$/i.test(path) || yaml.trim() === '') return read(yaml)
  let document: Document | undefined
  const engine = {
    parse: (taken: string) => {
      document = read(yaml.startsWith(taken) ? yaml : taken)
      return {}
    },
    stringify: () => '',
  }
  matter(`---${yaml}---\n`, { language: 'yaml', engines: { yaml: engine } })
  return document ?? read(yaml)
}

function dataOf(document: Document, path: string, place: Place, problems: Problem[]): Record<string, unknown> {
  if (!isMap(document.contents)) return {}
  const lost = lostAlias(document)
  if (lost) {
    const message = `\`*${lost.source}\` repeats something that is not named above it.`
    problems.push({
      path,
      ...place(lost.range![0]),
      message,
      expected: `\`&${lost.source}\` before the value to repeat`,
      severity: 'error',
      code: 'yaml',
    })
    return {}
  }
  const odd = findOddKey(document)
  if (odd) {
    const message = 'A key is made of keys or lists here, several deep.'
    problems.push({
      path,
      ...place(odd.range?.[0] ?? 0),
      message,
      expected: 'a name as the key',
      severity: 'error',
      code: 'yaml',
    })
    return {}
  }
  try {
    return document.toJS({ maxAliasCount: 100 }) as Record<string, unknown>
  } catch (cause) {
    problems.push({
      path,
      line: 1,
      column: 1,
      message: firstLine((cause as Error).message),
      expected: 'a hundred repetitions (`*name`) at most',
      severity: 'error',
      code: 'yaml',
    })
    return {}
  }
}

/** The first alias whose name nothing above it has; an anchor holds for what stands in its own value, too. */
function lostAlias(document: Document): Alias | undefined {
  const named = new Set<string>()
  let lost: Alias | undefined
  visit(document, (_, node) => {
    if (isAlias(node) && !named.has(node.source)) {
      lost = node
      return visit.BREAK
    }
    if (isNode(node) && 'anchor' in node && node.anchor) named.add(node.anchor)
    return undefined
  })
  return lost
}

function tooLongNumbers(document: Document, path: string, place: Place): Problem[] {
  const found: Problem[] = []
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'number' || !Number.isInteger(node.value) || Number.isSafeInteger(node.value)) return
      const message = `${node.source ?? node.value} is too long for a number and would lose digits.`
      found.push({
        path,
        ...place(node.range?.[0] ?? 0),
        message,
        expected: `"${node.source}", in quotes`,
        severity: 'warning',
        code: 'number-too-long',
      })
    },
  })
  return found
}

/** Line and column (from 1) of an offset into the whole text. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** The line on which the words of a value of the outermost level begin, found without reading the YAML; undefined where a look does not tell. */
export function topLine(text: string, name: string): number | undefined {
  if (!opening.test(text)) return undefined
  const end = text.indexOf('\n---', 3)
  for (const key of [`\n${name}: `, `\n"${name}": `]) {
    const at = text.indexOf(key)
    if (at < 0 || at >= end) continue
    // In a list in braces a text may go on where a line begins.
    if (/^[ \t]*\{/m.test(text.slice(4, at + 1))) return undefined
    const first = text[at + key.length] ?? ' '
    if (first === '|' || first === '>') return blockLine(text, at + key.length, end)
    return /[\s#&!*[{]/.test(first) ? undefined : lineAt(text, at + 1)
  }
  return undefined
}

/** The first line of a text in lines below its key that says something. */
function blockLine(text: string, from: number, end: number): number | undefined {
  const words = /\S/g
  words.lastIndex = text.indexOf('\n', from)
  const at = words.exec(text)?.index ?? end
  return at < end && /[ \t]/.test(text[at - 1]!) ? lineAt(text, at) : undefined
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Where a field's value stands in the file; where its nearest parent stands when the field is absent. */
export function fieldPlace(sheet: FrontMatter, field: FieldPath): { line: number; column: number } {
  for (let depth = field.length; depth > 0; depth--) {
    const node = nodeAt(sheet.document, field.slice(0, depth))
    if (node?.range) return placeOf(sheet.text, sheet.from + node.range[0])
  }
  const fence = /^[ \t]*\r?\n/.exec(sheet.text.slice(sheet.from, sheet.to))?.[0].length ?? 0
  return placeOf(sheet.text, sheet.from === sheet.to ? 0 : sheet.from + fence)
}
