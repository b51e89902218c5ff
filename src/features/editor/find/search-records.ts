import { type KindName, kindOf, slugInPath } from '../../../records/kinds.ts'
import { customerIn, recordPaths } from '../../../workspace/tree.ts'
import type { View } from '../view.ts'

/** A record by its name. */
export type Named = { name: string; path: string; kind: KindName; of?: string }

const most = 200

/** Customers, contacts and deals whose names hold what was typed, letters in order; those that begin with it first. Only names are read. */
export function searchRecords(view: View, typed: string): Named[] {
  const wanted = typed.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const kinds = ['customer', 'contact', 'deal'] as const
  const paths = kinds.flatMap((kind) => view.kept(`paths ${kind}`, () => recordPaths(view.place, kind)))
  const ranked = paths.flatMap((path) => {
    const rank = rankOf(slugInPath(path).replaceAll('-', ''), wanted)
    return rank === undefined ? [] : [{ path, rank }]
  })
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ path }) => {
      const of = customerIn(path)
      const kind = kindOf(path)!
      return { name: slugInPath(path), path, kind, ...(of && kind !== 'customer' && { of }) }
    })
}

function rankOf(name: string, wanted: string): number | undefined {
  const at = name.indexOf(wanted)
  if (at >= 0) return at === 0 ? 0 : 1
  let from = 0
  for (const letter of wanted) {
    from = name.indexOf(letter, from) + 1
    if (from === 0) return undefined
  }
  return 2
}
