import type { PlacedDeal } from '../../formulas/value-deals.ts'
import { inOrder } from '../tree.ts'

/** Stages in the order of their workflows, then those no workflow knows by name; deals without a stage at the end. */
export function compareStages(a: Pick<PlacedDeal, 'rank' | 'stage'>, b: typeof a): number {
  if (a.rank && b.rank) return inOrder(a.rank[0], b.rank[0]) || a.rank[1] - b.rank[1]
  return (
    Number(!a.rank) - Number(!b.rank) ||
    Number(a.stage === null) - Number(b.stage === null) ||
    inOrder(a.stage ?? '', b.stage ?? '')
  )
}
