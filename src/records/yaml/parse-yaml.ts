import {
  Composer,
  type CST,
  type Document,
  type ErrorCode,
  isScalar,
  type LineCounter,
  type Pair,
  Parser,
  visit,
  YAMLParseError,
} from 'yaml'
import { findTooDeep } from './find-too-deep.ts'

/** More than this nobody reads, and a text of brackets has thousands. */
const mostErrors = 100

/** Parses YAML 1.2 with the place of everything, in time that grows with the text alone: values nested too deep, and thousands of quotes in a row, are refused unread. */
export function parseYaml(source: string, lines: LineCounter): Document {
  const deep = findTooDeep(source)
  if (deep !== undefined) return refuse(source, deep, lines)
  const row = quotesInRow.exec(source)
  if (row) return refuse(source, row.index, lines, 'MISSING_CHAR')
  try {
    const document = compose(source, lines)
    document.errors.push(...repeatedKeys(document))
    document.errors.sort((a, b) => a.pos[0] - b.pos[0])
    document.errors.splice(mostErrors)
    return document
  } catch (error) {
    if (error instanceof RangeError) return refuse('', 0, lines)
    throw error
  }
}

function compose(source: string, lines?: LineCounter): Document {
  const composer = new Composer({ keepSourceTokens: true, version: '1.2', logLevel: 'silent', uniqueKeys: false })
  const tokens = untilHopeless(new Parser(lines?.addNewLine).parse(source))
  const [document] = [...composer.compose(tokens, true, source.length)] as [Document, ...Document[]]
  return document
}

/** No text has as many quotes in a row, and each two of them would be one more thing that is wrong. */
const quotesInRow = /"{2000}|'{2000}/

/** An empty document that says where the text is nested too deep, or hopeless otherwise. */
function refuse(source: string, at: number, lines: LineCounter, code: ErrorCode = 'RESOURCE_EXHAUSTION'): Document {
  lines.addNewLine(0)
  for (let end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', end + 1)) lines.addNewLine(end + 1)
  const document = compose('')
  document.errors.push(new YAMLParseError([at, at + 1], code, 'Not read'))
  return document
}

/** The tokens of a text until too many are wrong: what follows would be compared with all that was wrong before. */
function* untilHopeless(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  let wrong = 0
  for (const token of tokens) {
    yield token
    if (token.type === 'error' && ++wrong > mostErrors) return
  }
}

/** Keys that stand twice in one map; `2026` and `"2026"` are one key once they are data. The library compares each with each. */
function repeatedKeys(document: Document): YAMLParseError[] {
  const found: YAMLParseError[] = []
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<string>()
      for (const { key } of items) {
        const name = nameOf(key)
        if (name === undefined) continue
        if (seen.has(name) && found.length <= mostErrors)
          found.push(new YAMLParseError(placeOf(key), 'DUPLICATE_KEY', 'Map keys must be unique'))
        seen.add(name)
      }
    },
  })
  return found
}

const nameOf = (key: Pair['key']) => (isScalar(key) ? String(key.value) : undefined)

const placeOf = (key: Pair['key']): [number, number] => {
  const [from, to] = (isScalar(key) && key.range) || [0, 1]
  return [from, to]
}
