import type { SectionName } from '../../../records/kinds/tier.ts'
import type { Problem } from '../../../records/problem.ts'
import { gather } from '../gather/gather.ts'
import { openGathering } from '../gather/open-gathering.ts'
import type { Item, Line } from '../item.ts'
import type { Overview } from './overview.ts'

/** A customer and how much of the attention it gets: 1 as in a context of its own. */
export type RankedCustomer = { slug: string; weight: number }

type Asked = {
  budget: number
  sections: ReadonlySet<SectionName>
  /** What there is to tell besides. */
  own: readonly Item[]
}

/** An item has at least so many tokens for its letters and for its citations. */
const [lettersPerToken, tokensPerLine] = [6, 12]

/** So much material, in budgets, is enough in all; and of customers themselves, however much there is besides. */
const [enough, share] = [1.3, 0.3]

/** However much the first customers have to tell, so many are opened. */
const fewest = 8

/** What customers have to tell by themselves, those that matter most first, until there is more than enough to fill the budget. */
export function gatherAccounts(overview: Overview, ranked: readonly RankedCustomer[], { budget, sections, own }: Asked) {
  const { place, customers, today, now, people, settings, team, factsOf } = overview
  const alone = { today, now, people, settings, team, factsOf, alone: true }
  const found: { slug: string; items: Item[] }[] = []
  const problems: Problem[] = []
  const shelves = new Set<string>()
  const needed = Math.max(budget * share, budget * enough - own.reduce((sum, item) => sum + lengthOf(item), 0))
  let [removed, material] = [0, 0]
  for (const { slug, weight } of ranked) {
    if (sections.size === 0 || (material > needed && found.length >= fewest)) break
    const customer = customers.get(slug)
    if (!customer) continue
    const { gathering, computed, removed: taken } = openGathering(place, customer, alone)
    const items = gather(place, gathering, { computed, task: overview.task })
      .filter(({ section, path }) => sections.has(section) && !shelves.has(path))
      .map((item) => ofCustomer(item, { slug, name: overview.called(slug), weight }))
    for (const { section, path } of items) if (section === 'toolkit') shelves.add(path)
    material += items.reduce((sum, item) => sum + lengthOf(item), 0)
    removed += taken()
    problems.push(...gathering.problems)
    found.push({ slug, items })
  }
  const inOrder = found.sort((a, b) => (a.slug < b.slug ? -1 : 1))
  return { items: inOrder.flatMap(({ items }) => items), opened: new Set(found.map(({ slug }) => slug)), removed, problems }
}

/** An item of a customer as it stands among those of others: under the customer's name, and worth as much as the customer. */
function ofCustomer(item: Item, { slug, name, weight }: { slug: string; name: string; weight: number }): Item {
  const weigh = <L extends Line>(line: L): L => ({
    ...line,
    ...(line.value !== undefined && { value: line.value * weight }),
    ...(line.id !== undefined && { id: `${slug} ${line.id}` }),
    ...(line.needs !== undefined && { needs: line.needs.map((id) => `${slug} ${id}`) }),
  })
  const isTeams = item.section === 'toolkit'
  return {
    ...item,
    first: weigh(isTeams ? item.first : { ...item.first, text: `${name}: ${item.first.text}` }),
    more: item.more.map(weigh),
    value: item.value * weight,
  }
}

/** Tokens an item would have at least. */
const lengthOf = ({ first, more }: Item) =>
  [first, ...more].reduce((sum, { text }) => sum + text.length / lettersPerToken, 0) + tokensPerLine
