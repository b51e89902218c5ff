import type { Item } from '../item.ts'
import type { RankedCustomer } from './gather-accounts.ts'
import type { Overview } from './overview.ts'
import { judgeDeals, tellDeals } from './tell-deals.ts'
import { tellFigures } from './tell-figures.ts'

/** What a context across customers tells by itself, and of which customers it tells more, the first most. */
export type Gathered = { items: Item[]; ranked: RankedCustomer[]; nothing: string }

/** The pipeline: its figures, then every open deal; those that are worth most or at risk in detail, and their customers. */
export function gatherPipeline(overview: Overview, { budget }: { budget: number }): Gathered {
  const judged = judgeDeals(overview)
  return {
    items: [...tellFigures(overview, judged), ...tellDeals(overview, judged, { budget })],
    ranked: rankByDeals(judged),
    nothing: 'No open deal is among these customers.',
  }
}

/** Customers by the deal of theirs that needs most attention. */
export function rankByDeals(judged: readonly { customer: string; weight: number }[]): RankedCustomer[] {
  const weights = new Map<string, number>()
  for (const { customer, weight } of judged) weights.set(customer, Math.max(weight, weights.get(customer) ?? 0))
  return [...weights].map(([slug, weight]) => ({ slug, weight: 0.25 + 0.75 * weight }))
}
