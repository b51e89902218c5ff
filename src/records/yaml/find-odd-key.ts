import { type Document, isAlias, isCollection, isMap, type Node } from 'yaml'

/** Keys that are lists or maps become text, and keys within such keys text within text, twice as long each time. */
const deepest = 3

/** The key that is a map or list of such keys several deep, or that repeats one; undefined where there is none. */
export function findOddKey(document: Document): Node | undefined {
  const look = (node: unknown, within: number): Node | undefined => {
    if (!isCollection(node)) return undefined
    if (!isMap(node)) return firstOf(node.items, (item) => look(item, within))
    return firstOf(node.items, ({ key, value }) => lookAtKey(key, within) ?? look(value, within))
  }
  const lookAtKey = (key: unknown, within: number): Node | undefined => {
    if (isAlias(key)) return isCollection(key.resolve(document)) ? key : undefined
    if (!isCollection(key)) return undefined
    return within >= deepest ? key : look(key, within + 1)
  }
  return look(document.contents, 0)
}

function firstOf<T>(items: readonly T[], look: (item: T) => Node | undefined): Node | undefined {
  for (const item of items) {
    const found = look(item)
    if (found) return found
  }
  return undefined
}
