import type { Item } from '../item.ts'
import type { TextStep } from './cut-steps.ts'

/** A file of which something is not told: why, and how many tokens that would be. */
export type LeftOut = { path: string; why: string; tokens: number }

type Part = { cost: number }

/** What a context does not tell, by file, in the order it would stand. */
export function listLeftOut(
  sections: readonly { items: readonly Item[] }[],
  cuts: readonly (readonly (readonly Part[])[])[],
  chosen: readonly TextStep[],
  toTokens: (cost: number) => number,
): LeftOut[] {
  const reached = new Map<string, number>()
  for (const { section, item, at } of chosen)
    reached.set(`${section} ${item}`, Math.max(at + 1, reached.get(`${section} ${item}`) ?? 0))
  const files = new Map<string, { cost: number; told: boolean; reason?: string }>()
  for (const [n, { items }] of sections.entries())
    for (const [m, { path, note }] of items.entries()) {
      const steps = cuts[n]![m]!
      const told = reached.get(`${n} ${m}`) ?? 0
      const file = files.get(path) ?? { cost: 0, told: false }
      files.set(path, file)
      file.told ||= told > 0
      file.cost += steps.slice(told).reduce((sum, { cost }) => sum + cost, 0)
      const reason = note ?? (steps.length === 0 ? 'its path is too long to cite' : undefined)
      if (reason) file.reason = reason
    }
  return [...files]
    .filter(([, { cost, reason }]) => cost > 0 || reason)
    .map(([path, { cost, told, reason }]) => ({ path, why: reason ?? (told ? 'shortened' : 'no room'), tokens: toTokens(cost) }))
}
