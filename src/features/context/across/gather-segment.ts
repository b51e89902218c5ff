import { sayWhole } from '../gather/gather-facts.ts'
import { apart, type Item, type Line } from '../item.ts'
import type { RankedCustomer } from './gather-accounts.ts'
import { type Gathered, rankByDeals } from './gather-pipeline.ts'
import type { Overview } from './overview.ts'
import { callDeal, judgeDeals, tellDeals } from './tell-deals.ts'
import { placeOfKey, tellFacts } from './tell-facts.ts'
import { tellFigures } from './tell-figures.ts'
import { tellHealth } from './tell-health.ts'

/** The customers of a segment side by side: what they are, how they stand, what is open, whom we meet there. */
export function gatherSegment(overview: Overview, { budget }: { budget: number }): Gathered {
  const judged = judgeDeals(overview)
  const ranked = rankByDeals(judged)
  const known = new Set(ranked.map(({ slug }) => slug))
  const others = [...overview.customers.keys()].filter((slug) => !known.has(slug))
  return {
    items: [
      ...tellFigures(overview, judged),
      ...tellCustomers(overview),
      ...tellHealth(overview),
      ...tellDeals(overview, judged, { budget }),
      ...tellCompetitors(overview),
    ],
    ranked: [...ranked, ...others.map((slug): RankedCustomer => ({ slug, weight: 0.25 }))],
    nothing: 'No customer fits the condition.',
  }
}

/** Fields of a customer that tell it from others, in the order they are told. */
const telling = [
  'type',
  'segment',
  'industry',
  'stage',
  'owner',
  'csm',
  'employees',
  'revenue',
  'location',
  'territory',
  'parent',
  'domain',
  'tags',
] as const

const tellCustomers = (overview: Overview): Item[] =>
  [...overview.customers].map(([slug, record]) => {
    const { called, clean, people } = overview
    const facts = telling.flatMap((key): Line[] => {
      const value = record.value[key]
      if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
      const who = key === 'owner' || key === 'csm' ? people.find(String(value)) : undefined
      const text = `${key} ${who ? people.nameOf(who) : sayWhole(value)}`
      return [{ text: clean.line(text), sources: [placeOfKey(record, key)] }]
    })
    const name: Line = { text: clean.line(record.value.name), sources: [placeOfKey(record, 'name')] }
    return {
      section: 'facts',
      path: record.path,
      ...tellFacts(overview, called(slug), facts.length > 0 ? facts : [name]),
      value: 5,
    }
  })

/** So many deals stand in a line of a competitor. */
const perLine = 3

/** Whom we compete with, and in which open deals. */
function tellCompetitors(overview: Overview): Item[] {
  const { openDeals, clean } = overview
  const named = openDeals.flatMap((deal) => (deal.deal.competitors ?? []).map((name, n) => ({ name, deal, n })))
  const groups = Map.groupBy(named, ({ name }) => name.trim().toLowerCase())
  return [...groups]
    .sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))
    .map(([, of]): Item => {
      const lines = Array.from({ length: Math.ceil(of.length / perLine) }, (_, n): Line => {
        const some = of.slice(n * perLine, (n + 1) * perLine)
        const says = some.map(({ deal }) => callDeal(overview, deal)).join('; ')
        return {
          text: clean.line(
            n === 0 ? `${of[0]!.name}: ${of.length === 1 ? 'in' : `in ${of.length} open deals:`} ${says}` : `also in ${says}`,
          ),
          sources: some.map(({ deal, n: at }) => placeOfKey(deal.record, 'competitors', `${at}`)),
        }
      })
      const [first, ...more] = lines
      return {
        section: 'competitors',
        path: of[0]!.deal.path,
        first: first!,
        more: apart(more),
        value: 5 + of.length,
      }
    })
}
