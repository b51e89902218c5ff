import type { ValuedDeal } from '../../formulas/value-deals.ts'
import { compareStages } from '../../workspace/book/compare-stages.ts'
import { inOrder } from '../../workspace/tree.ts'
import { type Asked, chooseGroups } from './choose-groups.ts'
import { type Group, groupDeals, groupProducts, type Split } from './group-deals.ts'

/** The same figures, group by group; `unsplit` is what no product got, because nobody knows its part. */
export type Grouped = { groupBy: string; groups: Group[]; unsplit?: Split['unsplit'] }

/** Works out the figures of each group of deals. Throws a Failure when there is nothing of that name to group by. */
export function figureGroups(deals: readonly ValuedDeal[], by: string, asked: Asked & { currency: string }): Grouped {
  const { currency } = asked
  if (by === 'product') {
    const { groups, unsplit } = groupProducts(deals, currency)
    return { groupBy: by, groups: sortGroups(groups, by, deals), unsplit }
  }
  const groups = groupDeals(deals, chooseGroups(by, deals, asked), currency)
  return { groupBy: by, groups: sortGroups(groups, by, deals) }
}

/** Stages stand as in their workflow, quarters and days in time, all else by worth: what is open, what is won, how many. */
function sortGroups(groups: readonly Group[], by: string, deals: readonly ValuedDeal[]): Group[] {
  const stages = by === 'stage' ? [...deals].sort(compareStages).map(({ stage }) => stage) : []
  const order = by === 'stage' ? byPlace([...new Set(stages)]) : /^quarter$|^opened$|_date$/.test(by) ? byName : byWorth
  return [...groups].sort((a, b) => Number(a.group === null) - Number(b.group === null) || order(a, b))
}

const byPlace = (order: readonly (string | null)[]) => {
  const places = new Map(order.map((group, n) => [group, n]))
  return (a: Group, b: Group) => (places.get(a.group) ?? 0) - (places.get(b.group) ?? 0)
}

const byName = (a: Group, b: Group) => inOrder(a.group ?? '', b.group ?? '')

const byWorth = (a: Group, b: Group) =>
  b.open.amount - a.open.amount || b.won.amount - a.won.amount || b.count - a.count || byName(a, b)
