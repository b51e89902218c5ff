import { readFrontMatter } from './front-matter.ts'
import { mergeLines } from './merge-lines.ts'

type Sides = { base: string; ours: string; theirs: string }
type Data = Record<string, unknown>

/**
 * Merges two changes of one file by lines, and looks at the result as a record: lines that met where nobody put them
 * (a child below a key the other side took away) are a conflict, not a merge.
 */
export function mergeRecords(path: string, sides: Sides): ReturnType<typeof mergeLines> {
  const merged = mergeLines(sides)
  if (!merged.clean || [sides.ours, sides.theirs].includes(merged.text)) return merged
  const [result, ours, theirs, base] = [merged.text, sides.ours, sides.theirs, sides.base].map((text) =>
    readFrontMatter(path, text),
  )
  const isBroken = result!.problems.some(({ severity }) => severity === 'error')
  const wasBroken = [ours!, theirs!].some(({ problems }) => problems.some(({ severity }) => severity === 'error'))
  const isWhole = isMadeOf(result!.data, ours!.data, theirs!.data) && keepsAll(result!.data, ours!.data, theirs!.data, base!.data)
  if (wasBroken || (!isBroken && isWhole)) return merged
  return {
    clean: false,
    conflicts: [{ line: 1, ours: 'keys that would end up elsewhere', theirs: 'keys that were moved or removed' }],
  }
}

/** Whether every value of the merge stands at the same place on one side or the other; items of lists may have moved. */
function isMadeOf(merged: unknown, ours: unknown, theirs: unknown): boolean {
  if (Array.isArray(merged)) {
    const known = [ours, theirs].flatMap((side) => (Array.isArray(side) ? side : [])).map((item) => JSON.stringify(item))
    return merged.every((item) => known.includes(JSON.stringify(item)))
  }
  if (isMap(merged)) return Object.entries(merged).every(([key, value]) => isMadeOf(value, at(ours, key), at(theirs, key)))
  return merged === ours || merged === theirs
}

/** Whether no key was lost: one may be missing only where a side took it away, as when the fence of a front matter moved. */
const keepsAll = (merged: Data, ours: Data, theirs: Data, base: Data) =>
  [...Object.keys(ours), ...Object.keys(theirs)].every(
    (key) =>
      Object.hasOwn(merged, key) || (Object.hasOwn(base, key) && !(Object.hasOwn(ours, key) && Object.hasOwn(theirs, key))),
  )

const isMap = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (value: unknown, key: string) => (isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined)
