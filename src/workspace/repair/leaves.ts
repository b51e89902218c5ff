import { isDeepStrictEqual } from 'node:util'
import { isMap, isScalar, isSeq, type Pair, type Scalar } from 'yaml'
import type { FieldPath } from '../../records/plan.ts'
import { isFlow } from '../../records/text/entry.ts'
import { type FrontMatter, readFrontMatter } from '../../records/text/front-matter.ts'
import { renderInline } from '../../records/text/render-value.ts'
import { withValue } from '../../records/with-value.ts'
import { type Change, withChanges } from './mend.ts'

/** A single value of the front matter, where it stands, and whether that is between brackets. */
export type Leaf = { field: FieldPath; value: unknown; node: Scalar; inFlow: boolean }

/** The single values of a front matter in their order. What another place repeats (`&name`), and texts in blocks, are left out. */
export const leavesOf = (sheet: FrontMatter): Leaf[] => walk(sheet.document.contents, [], false)

function walk(node: unknown, field: FieldPath, inFlow: boolean): Leaf[] {
  if (isScalar(node)) {
    const isPlain = !node.anchor && !node.tag && node.range && !String(node.type).startsWith('BLOCK')
    return isPlain && node.value !== null ? [{ field, value: node.value, node, inFlow }] : []
  }
  if (!isMap(node) && !isSeq(node)) return []
  if (node.anchor) return []
  const inside = inFlow || isFlow(node)
  return isMap(node)
    ? node.items.flatMap(({ key, value }) => (isScalar(key) ? walk(value, [...field, String(key.value)], inside) : []))
    : node.items.flatMap((item, n) => walk(item, [...field, String(n)], inside))
}

/** The keys of all maps that fields lead to, each with its pair. */
export function pairAt(sheet: FrontMatter, field: FieldPath): Pair | undefined {
  let node: unknown = sheet.document.contents
  let pair: Pair | undefined
  for (const key of field) {
    pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : undefined
    node = pair ? pair.value : isSeq(node) ? node.items[Number(key)] : undefined
  }
  return pair
}

/** The change that gives a leaf another value; undefined when more than the value would change by it. */
export function changeLeaf(sheet: FrontMatter, { field, node, inFlow }: Leaf, value: unknown): Change[] | undefined {
  const [from, to] = node.range!
  const quote = { QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double' }[String(node.type)] as 'single' | 'double' | undefined
  for (const style of [
    { inFlow, ...(quote && typeof value === 'string' && { quote }) },
    { inFlow, strict: true },
  ]) {
    const changes = [{ from: sheet.from + from, to: sheet.from + to, put: renderInline(value, style) }]
    if (becomes(sheet, changes, withValue(sheet.data, field, value))) return changes
  }
  return undefined
}

/** Whether a text reads as exactly these data once the changes are made, with nothing else in it changed. */
export function becomes(sheet: FrontMatter, changes: readonly Change[], expected: unknown): boolean {
  const after = readFrontMatter(sheet.path, withChanges(sheet.text, changes))
  return (
    after.problems.every(({ severity }) => severity !== 'error') &&
    isDeepStrictEqual(after.data, expected) &&
    after.text.slice(after.body) === sheet.text.slice(sheet.body)
  )
}
