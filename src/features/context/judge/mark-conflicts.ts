import type { Item, Line, Mark } from '../item.ts'
import type { Conflict } from './find-conflicts.ts'

/** Marks every line that rests on one side of a contradiction with the place of the other. */
export function markConflicts(items: readonly Item[], conflicts: readonly Conflict[]): Item[] {
  if (conflicts.length === 0) return [...items]
  const others = new Map<string, Mark[]>()
  for (const [a, b] of conflicts)
    for (const [here, there] of [
      [a, b],
      [b, a],
    ] as const) {
      const key = `${here.path}:${here.line}`
      others.set(key, [...(others.get(key) ?? []), { text: 'contradicts', sources: [there] }])
    }
  const mark = <L extends Line>(line: L): L => {
    const marks = line.sources.flatMap(({ path, line: n }) => others.get(`${path}:${n}`) ?? [])
    return marks.length > 0 ? { ...line, marks: [...(line.marks ?? []), ...marks] } : line
  }
  return items.map((item) => ({ ...item, first: mark(item.first), more: item.more.map(mark) }))
}
