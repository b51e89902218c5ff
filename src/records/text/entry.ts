import { type CST, type Document, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'

/** Where an entry of a map (or an item of a list) stands in its YAML: offsets, without the line breaks and comments around it. */
export type Entry = {
  start: number
  end: number
  /** Just after the colon; undefined where the file leaves it out (`{a}`, `? a`). */
  colon?: number
  /** The value with its anchor and tag; undefined where there is none. */
  value?: { start: number; end: number; block?: 'map' | 'list' | 'text' }
  /** Comments between the colon and the value, each with the space before it. */
  comments: string
}

type Item = CST.BlockMap['items'][number] | CST.FlowCollection['items'][number] | CST.BlockSequence['items'][number]

const quiet = new Set(['space', 'newline', 'comment', 'comma', 'byte-order-mark'])

const sourceEnd = (token: CST.SourceToken | CST.FlowScalar) => token.offset + token.source.length

/** Finds where the entry of a map stands. */
export const entryOf = (pair: Pair): Entry => placeItem(pair.srcToken as Item)

/** Finds where each item of a list stands. */
export const itemsOf = (list: YAMLSeq): Entry[] =>
  (list.srcToken as CST.BlockSequence).items
    .filter((item) => item.value || item.start.some((token) => !quiet.has(token.type)))
    .map(placeItem)

/** Finds the pair of a key, however the file writes the key (`2026`, `"2026"`). */
export const pairAt = (map: YAMLMap, key: string): Pair | undefined => map.items.find(({ key: node }) => keyText(node) === key)

const keyText = (node: unknown) => {
  const key: unknown = isScalar(node) ? (node.value ?? '') : node
  return typeof key === 'string' ? key : String(key)
}

/** Finds the node at the end of a path; a number names an item of a list. */
export function nodeAt(document: Document, path: readonly string[]): Node | undefined {
  return path.reduce<unknown>((node, key) => {
    if (isMap(node)) return pairAt(node, key)?.value
    return isSeq(node) ? node.items[Number(key)] : undefined
  }, document.contents) as Node | undefined
}

/** Whether a list or map is written between brackets. */
export const isFlow = (node: Node) => node.srcToken?.type === 'flow-collection'

function placeItem(item: Item): Entry {
  const first = (tokens: CST.SourceToken[] | undefined) => tokens?.find((token) => !quiet.has(token.type))?.offset
  const start = first(item.start) ?? item.key?.offset ?? first(item.sep) ?? item.value!.offset
  const colonAt = item.sep?.findIndex((token) => token.type === 'map-value-ind') ?? -1
  const after = item.sep?.slice(colonAt + 1) ?? []
  const props = after.filter((token) => !quiet.has(token.type))
  const between = item.value ? after : after.slice(0, after.indexOf(props.at(-1)!) + 1)
  const end = Math.max(...endsOf(item))
  const valueStart = props[0]?.offset ?? item.value?.offset
  const entry: Entry = { start, end, comments: commentsOf(between) }
  if (colonAt >= 0) entry.colon = sourceEnd(item.sep![colonAt]!)
  if (valueStart === undefined) return entry
  entry.value = { start: valueStart, end }
  if (item.value?.type === 'block-map') entry.value.block = 'map'
  if (item.value?.type === 'block-seq') entry.value.block = 'list'
  if (item.value?.type === 'block-scalar') {
    entry.value.block = 'text'
    entry.comments += commentsOf(item.value.props as CST.SourceToken[])
  }
  return entry
}

function endsOf({ start, key, sep, value }: Item): number[] {
  const marks = [...start, ...(sep ?? [])].filter((token) => !quiet.has(token.type)).map(sourceEnd)
  return [...marks, ...[key, value].flatMap((token) => (token ? [endOf(token)] : []))]
}

function endOf(token: CST.Token): number {
  if (token.type === 'flow-collection') return sourceEnd(token.end[0] ?? token.start)
  if (token.type === 'block-map' || token.type === 'block-seq')
    return Math.max(token.offset, ...token.items.flatMap((item) => endsOf(item)))
  if (token.type === 'block-scalar') return endOfBlockText(token)
  return 'source' in token ? sourceEnd(token as CST.SourceToken) : token.offset
}

/** Blank lines below a block belong to it only where its header keeps them (`|+`). */
function endOfBlockText({ props, source }: CST.BlockScalar): number {
  const marks = (props as CST.SourceToken[]).filter((token) => token.type !== 'newline')
  const keeps = marks.some((token) => token.type === 'block-scalar-header' && token.source.includes('+'))
  const shown = source.replace(keeps ? /\r?\n$/ : /(?:\r?\n[ \t]*)+$/, '')
  return shown.trim() === '' && !keeps ? sourceEnd(marks.at(-1)!) : sourceEnd(props.at(-1) as CST.SourceToken) + shown.length
}

function commentsOf(tokens: CST.SourceToken[]): string {
  return tokens
    .map((token, at) => {
      if (token.type !== 'comment') return ''
      const sameLine = tokens.slice(0, at).every((before) => before.type !== 'newline')
      const space = tokens[at - 1]
      return (sameLine && space?.type === 'space' ? space.source : ' ') + token.source
    })
    .join('')
}
