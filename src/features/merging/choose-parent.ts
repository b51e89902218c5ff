type ParentOf = (slug: string) => string | undefined

/** The parent of a customer into which another one is merged, and whether a circle had to be cut for it. */
export function chooseParent(into: string, from: string, parentOf: ParentOf): { parent: string | undefined; cut: boolean } {
  const outside = (slug: string | undefined) => (slug === into || slug === from ? undefined : slug)
  const wanted = outside(parentOf(into)) ?? outside(parentOf(from))
  const cut = wanted !== undefined && isAbove(wanted, new Set([into, from]), parentOf)
  return { parent: cut ? undefined : wanted, cut }
}

/** Whether a customer stands above another in its group. */
export const isParentOf = (above: string, below: string, parentOf: ParentOf): boolean => climb(below, parentOf).includes(above)

const isAbove = (start: string, ends: ReadonlySet<string>, parentOf: ParentOf) =>
  climb(start, parentOf).some((slug) => ends.has(slug))

function climb(start: string, parentOf: ParentOf): string[] {
  const way = [start]
  for (let at = parentOf(start); at !== undefined && !way.includes(at); at = parentOf(at)) way.push(at)
  return way.slice(1)
}
