import { summed, type Worked } from '../../../formulas/measures/measure.ts'
import { sayCount, sayMoney } from '../../../formulas/say-figure.ts'
import { compareStages } from '../../../workspace/book/compare-stages.ts'
import { apart, type Item, type Line, onceEach } from '../item.ts'
import type { Overview, OverviewDeal } from './overview.ts'
import { amountPlace, callDeal, type JudgedDeal, sayDealAmount } from './tell-deals.ts'
import { asManyAsFit, placeOfKey } from './tell-facts.ts'

/** So many deals are cited in a line; where a figure is made of more than `listed`, the largest stand for all. */
const [cited, listed] = [3, 24]

type Figure = {
  label: string
  says: string
  of: readonly OverviewDeal[]
  note?: string | undefined
  key?: (deal: OverviewDeal) => string
}

/** The open deals in figures: in all, by stage, by forecast category, and what is wrong with them. */
export function tellFigures(overview: Overview, judged: readonly JudgedDeal[]): Item[] {
  const { openDeals: open, currency, slips, deals } = overview
  if (open.length === 0) return []
  const money = (of: readonly OverviewDeal[], part: 'value' | 'weighted' = 'value') => summed(of, currency, part)
  const say = ({ value }: Worked) => `${sayMoney(value)} ${currency}`
  const [whole, weighted] = [money(open), money(open, 'weighted')]
  const groups = (by: (deal: OverviewDeal) => string) => [...Map.groupBy([...open].sort(compareStages), by)]
  const group = (label: string, of: readonly OverviewDeal[]): Figure => ({
    label,
    says: `${sayCount(of.length, 'deal')}, ${say(money(of))}, weighted ${say(money(of, 'weighted'))}`,
    of,
  })
  const slipped = open.filter(({ path }) => slips().has(path))
  const risky = judged.filter(({ risks }) => risks.length > 0)
  const having = (kind: string) => judged.filter(({ risks }) => risks.some((risk) => risk.kind === kind))
  const count = (label: string, of: readonly OverviewDeal[]): Figure => ({
    label,
    says: `${sayCount(of.length, 'deal')}, ${say(money(of))}`,
    of,
  })
  const won = deals.filter(({ outcome }) => outcome === 'won')
  const figures: Figure[] = [
    { label: 'open pipeline', says: say(whole), of: open, note: whole.note },
    { label: 'weighted pipeline', says: say(weighted), of: open, note: weighted.note },
    ...groups(({ stage }) => stage ?? '').map(([stage, of]) => group(stage ? `stage ${stage}` : 'without a stage', of)),
    ...groups(({ category }) => category ?? '')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([category, of]) => group(category ? `forecast ${category}` : 'without a forecast category', of)),
    { ...count('slipped this quarter', slipped), key: () => 'close_date' },
    count('at risk', risky),
    { ...count('close date past', having('close-date-past')), key: () => 'close_date' },
    count('without a next step', having('no-next-step')),
    { ...count('next step overdue', having('step-overdue')), key: () => 'next_step_date' },
    count('gone quiet', having('quiet')),
    ...(won.length > 0 ? [{ label: 'won so far', says: `${sayCount(won.length, 'deal')}, ${say(money(won))}`, of: won }] : []),
  ]
  return figures.filter(({ of }) => of.length > 0).map((figure) => tellFigure(overview, figure))
}

/** A figure with the deals it is computed from: the largest in its line, the others below it. */
function tellFigure(overview: Overview, { label, says, of, note, key }: Figure): Item {
  const { clean } = overview
  const sorted = [...of].sort((a, b) => (b.value?.toNumber() ?? 0) - (a.value?.toNumber() ?? 0) || (a.path < b.path ? -1 : 1))
  const place = (deal: OverviewDeal) => (key ? placeOfKey(deal.record, key(deal)) : amountPlace(deal))
  const rest = of.length > listed ? [] : sorted.slice(cited)
  const chunks = Array.from({ length: Math.ceil(rest.length / cited) }, (_, n) => rest.slice(n * cited, (n + 1) * cited))
  const lines: Line[] = [
    ...(note
      ? [
          {
            text: note,
            sources: onceEach(
              sorted
                .filter(({ value, probability }) => value === undefined || probability === undefined)
                .slice(0, cited)
                .map(({ record }) => placeOfKey(record, 'name')),
            ),
          },
        ]
      : []),
    ...chunks.map((some) => ({
      text: `also from ${some.map((deal) => `${callDeal(overview, deal)}${key ? '' : ` (${sayDealAmount(deal)})`}`).join('; ')}`,
      sources: some.map(place),
    })),
  ]
  const counted = of.filter(({ value }) => value !== undefined).length
  const largest = of.length > cited ? (of.length > listed ? ', the largest cited' : '') : ''
  return {
    section: 'figures',
    path: sorted[0]!.path,
    first: {
      text: clean.line(`${label}: ${says}, computed from ${sayCount(counted, 'deal')}${largest}`),
      sources: asManyAsFit(overview, onceEach(sorted.slice(0, cited).map(place))),
    },
    more: apart(lines.map((line) => ({ ...line, value: 0.5 }))),
    value: 24,
  }
}
