import { isMap, isSeq } from 'yaml'
import { isFlow, itemsOf, nodeAt } from './entry.ts'
import { plainValue, renderLines } from './render-value.ts'
import { setField } from './set-field.ts'
import { indentAt, nextLine, openSheet } from './splice.ts'

type Item = Record<string, unknown>

/** Adds items to a list of maps, each before the first one that sorts after it, so that whoever adds them in whatever order makes the same file. */
export function insertItems(
  path: string,
  text: string,
  key: string,
  items: Item[],
  compare: (a: Item, b: Item) => number,
): string {
  const wanted = items.map((item) => plainValue(item) as Item).sort(compare)
  if (wanted.length === 0) return text
  const { document, yaml, eol, from } = openSheet(path, text, [key])
  const list = nodeAt(document, [key])
  if (!isSeq(list) || isFlow(list) || list.items.length === 0 || !list.items.every(isMap))
    return setField(path, text, [key], [...there(list), ...wanted].sort(compare))

  const entries = itemsOf(list)
  const old = there(list)
  const indent = indentAt(yaml, entries[0]!.start)
  const after = nextLine(yaml, entries.at(-1)!.end, indent.length)
  const lineOf = (at: number) => aboveComments(yaml, yaml.lastIndexOf('\n', at) + 1)
  const findNext = nextAmong(old, compare)
  const places = wanted.map((item) => {
    const next = findNext(item)
    return { at: next < 0 ? after : lineOf(entries[next]!.start), lines: renderLines([item], indent).join(eol) + eol }
  })
  const parts: string[] = []
  let done = 0
  for (const { at, lines } of places.toSorted((a, b) => a.at - b.at)) {
    const kept = yaml.slice(done, at)
    parts.push(kept, kept === '' || kept.endsWith('\n') ? '' : eol, lines)
    done = at
  }
  return text.slice(0, from) + parts.join('') + yaml.slice(done) + text.slice(from + yaml.length)
}

/** Finds the first of them that sorts after an item, -1 for none, in as many steps as their number has digits; they need not be sorted. */
function nextAmong(old: readonly Item[], compare: (a: Item, b: Item) => number): (item: Item) => number {
  const highest: Item[] = []
  for (const one of old) highest.push(highest.length > 0 && compare(highest.at(-1)!, one) >= 0 ? highest.at(-1)! : one)
  return (item) => {
    let [low, high] = [0, highest.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(highest[middle]!, item) > 0) high = middle
      else low = middle + 1
    }
    return low < highest.length ? low : -1
  }
}

const there = (list: unknown): Item[] => (isSeq(list) ? (list.toJSON() as Item[]) : [])

/** The start of the comment lines right above a line, which belong to what stands there. */
function aboveComments(yaml: string, line: number): number {
  let at = line
  while (at > 0) {
    const before = yaml.lastIndexOf('\n', at - 2) + 1
    if (!/^[ \t]*#/.test(yaml.slice(before, at))) break
    at = before
  }
  return at
}
