import { Failure } from '../failure.ts'
import type { Deal } from '../records/kinds/deal.ts'
import type { Stage } from '../records/kinds/workflow.ts'
import { type Exact, exact, nothing } from './exact.ts'
import type { RateOn } from './find-rate.ts'
import { lineSum } from './line-sum.ts'

/** A deal in its workflow: what its stage means, where the stage stands among all, and the chance to win from there. */
export type PlacedDeal = {
  deal: Deal
  /** The customer's slug, `_unassigned` for a deal of nobody. */
  customer: string
  /** Who works it, by slug where the team knows the name. */
  owner: string | null
  stage: string | null
  outcome: Stage['outcome']
  /** Where the stage stands: by workflow, then by stage; undefined for one that no workflow knows. */
  rank: [workflow: string, stage: number] | undefined
  probability: number | undefined
  category: string | undefined
}

/** What money is counted by: the day that open deals take their rate of, and the currency of amounts that say none. */
export type Terms = { asOf: string; home: string; rateOn: RateOn }

/** A deal with what it is worth in the currency the figures are in. */
export type ValuedDeal = PlacedDeal & {
  /** In the deal's own currency: the amount, else what its lines come to; undefined when nothing says it. */
  amount: Exact | undefined
  currency: string
  /** What 1 of its currency is in that of the figures; undefined when no rate says it. An amount of 0 needs none. */
  rate: Exact | undefined
  /** In the currency of the figures; 0 where there is no amount, undefined where there is no rate. */
  value: Exact | undefined
  /** The part of it to be expected: times the probability; undefined where either is unknown. */
  weighted: Exact | undefined
}

/** Says every deal in one currency: open ones by the as-of day's rate, closed ones by that of their close_date. */
function valueDeals(deals: readonly PlacedDeal[], currency: string, { asOf, home, rateOn }: Terms): ValuedDeal[] {
  return deals.map((placed) => {
    const { deal, outcome, probability } = placed
    const own = deal.currency ?? home
    const amount = amountOf(placed)
    const rate = rateOn(own, currency, outcome === 'open' ? asOf : (deal.close_date ?? asOf))
    const value = !amount || amount.eq(0) ? nothing : rate && amount.times(rate)
    const weighted = probability === undefined ? undefined : value?.times(exact(probability))
    return { ...placed, amount, currency: own, rate, value, weighted }
  })
}

const amountOf = ({ deal }: PlacedDeal) => (deal.amount === undefined ? lineSum(deal.lines) : exact(deal.amount))

type Valued = { deals: ValuedDeal[]; currency: string; insteadOf?: string }

/**
 * Says every deal in the currency that was asked for, else the workspace's. Where not one amount can be said in the
 * workspace's, that of most deals takes its place; a Failure where none can be said in the one that was asked for.
 */
export function chooseCurrency(placed: readonly PlacedDeal[], asked: string | undefined, terms: Terms): Valued {
  const wanted = asked ?? terms.home
  const deals = valueDeals(placed, wanted, terms)
  const having = deals.filter(({ amount }) => amount !== undefined && !amount.eq(0))
  if (having.length === 0 || having.some(({ value }) => value !== undefined)) return { deals, currency: wanted }
  const tally = [...Map.groupBy(having, (deal) => deal.currency)].map(([code, of]) => ({ code, count: of.length }))
  const codes = tally.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)).map(({ code }) => code)
  if (asked !== undefined)
    throw new Failure(`No deal can be said in ${asked}: there is no rate from ${codes.join(', ')}.`, {
      hint: `write what 1 ${codes[0]} is in ${asked} into workspace-setup/rates.yaml, with date, from, to and rate`,
      exitCode: 2,
    })
  return { deals: valueDeals(placed, codes[0]!, terms), currency: codes[0]!, insteadOf: wanted }
}
