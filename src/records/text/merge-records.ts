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
  const [result, ours, theirs] = [merged.text, sides.ours, sides.theirs].map((text) => readFrontMatter(path, text))
  const isBroken = result!.problems.some(({ severity }) => severity === 'error')
  const wasBroken = [ours!, theirs!].some(({ problems }) => problems.some(({ severity }) => severity === 'error'))
  if (wasBroken || (!isBroken && isMadeOf(result!.data, ours!.data, theirs!.data))) return merged
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

const isMap = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (value: unknown, key: string) => (isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined)
