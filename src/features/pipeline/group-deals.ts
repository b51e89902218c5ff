import { type Exact, exact, sumOf } from '../../formulas/exact.ts'
import { lineAmount, lineSum } from '../../formulas/line-sum.ts'
import { roundMoney } from '../../formulas/round-money.ts'
import type { ValuedDeal } from '../../formulas/value-deals.ts'
import { type Totals, total } from './figure-deals.ts'

/** What a deal is grouped under; null for the group of those that have nothing there. */
export type GroupsOf = (deal: ValuedDeal) => (string | null)[]

/** The figures of the deals that have one value in common. */
export type Group = { group: string | null; count: number } & Totals

/** Groups deals by what `groupsOf` says; a deal under several counts in each with its whole amount. The first met come first. */
export const groupDeals = (deals: readonly ValuedDeal[], groupsOf: GroupsOf, currency: string): Group[] =>
  figureGroups(
    deals.flatMap((deal) => groupsOf(deal).map((group) => ({ group, deal }))),
    currency,
  )

/** Groups by product, and what could not be split among them. */
export type Split = { groups: Group[]; unsplit: { deals: number; amount: number } }

/**
 * Groups by product: a deal's amount goes to its only product, or to several by their lines when these have prices that
 * come to it. Others count under each of their products with no amount, and `unsplit` says how much that leaves out.
 */
export function groupProducts(deals: readonly ValuedDeal[], currency: string): Split {
  const parts = deals.map((deal) => ({ deal, split: splitDeal(deal) }))
  const unsplit = parts.flatMap(({ deal, split }) => (split === undefined ? deal : []))
  return {
    groups: figureGroups(
      parts.flatMap(({ deal, split }) =>
        split === undefined
          ? productsOf(deal).map((group) => ({ group, deal: worth(deal, exact(0)) }))
          : split.map(([group, part]) => ({ group, deal: part ? worth(deal, part) : deal })),
      ),
      currency,
    ),
    unsplit: { deals: unsplit.length, amount: roundMoney(sumOf(unsplit.flatMap(({ value }) => value ?? [])), currency) },
  }
}

const productsOf = ({ deal }: ValuedDeal) => [...new Set((deal.lines ?? []).map(({ product }) => product))]

/** The products of a deal with the part of its amount that is theirs; undefined when that cannot be known. */
function splitDeal(valued: ValuedDeal): [product: string | null, part?: Exact][] | undefined {
  const { deal, amount, currency } = valued
  const products = productsOf(valued)
  if (products.length < 2 || !amount || amount.eq(0))
    return products.length === 0 ? [[null]] : products.map((product) => [product])
  const sum = lineSum(deal.lines)
  if (!sum || roundMoney(sum, currency) !== roundMoney(amount, currency)) return undefined
  return products.map((product) => {
    const own = deal.lines!.filter((line) => line.product === product)
    return [product, sumOf(own.map((line) => lineAmount(line)!))]
  })
}

function worth(valued: ValuedDeal, amount: Exact): ValuedDeal {
  const { rate, probability } = valued
  const value = amount.eq(0) ? amount : rate && amount.times(rate)
  return { ...valued, amount, value, weighted: probability === undefined ? undefined : value?.times(exact(probability)) }
}

function figureGroups(members: readonly { group: string | null; deal: ValuedDeal }[], currency: string): Group[] {
  return [...Map.groupBy(members, ({ group }) => group)].map(([group, of]) => ({
    group,
    count: of.length,
    ...total(
      of.map(({ deal }) => deal),
      currency,
    ),
  }))
}
