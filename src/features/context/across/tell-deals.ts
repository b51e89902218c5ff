import { type DealRisk, findDealRisks, weighDeal } from '../../../formulas/measures/deal-risks.ts'
import { sayMoney } from '../../../formulas/say-figure.ts'
import type { SectionName } from '../../../records/kinds/tier.ts'
import type { Item, Line, Source } from '../item.ts'
import type { Overview, OverviewDeal } from './overview.ts'
import { placeOfKey, tellFacts, together } from './tell-facts.ts'
import { sayTouch } from './tell-health.ts'

/** An open deal with what puts it at risk, and how much of the attention it gets (0 to 1). */
export type JudgedDeal = OverviewDeal & { risks: DealRisk[]; weight: number }

/** Judges the open deals, those that need most attention first. */
export function judgeDeals({ openDeals, today, factsOf, slips }: Overview): JudgedDeal[] {
  const largest = openDeals.reduce((most, { value }) => Math.max(most, value?.toNumber() ?? 0), 0)
  return openDeals
    .map((one) => {
      const { deal, customer, path, value } = one
      const risks = findDealRisks({
        today,
        closeDate: deal.close_date,
        nextStep: deal.next_step,
        stepDue: deal.next_step_date,
        touched: factsOf(customer).touches.at(-1)?.day,
        slips: slips().get(path) ?? [],
      })
      return { ...one, risks, weight: weighDeal(largest > 0 ? (value?.toNumber() ?? 0) / largest : 0, risks) }
    })
    .sort((a, b) => b.weight - a.weight || (a.path < b.path ? -1 : 1))
}

/** What a deal is called beside those of others. */
export const callDeal = ({ called, clean }: Overview, { customer, deal }: OverviewDeal) =>
  `${called(customer)}, ${clean.line(deal.name)}`

/** Where the amount of a deal stands; its name where nothing says how much. */
export const amountPlace = ({ record, deal }: OverviewDeal): Source =>
  placeOfKey(record, deal.amount !== undefined ? 'amount' : deal.lines ? 'lines' : 'name')

/** An amount in digits by thousands, with its currency. */
export const sayDealAmount = ({ amount, currency }: OverviewDeal) =>
  amount ? `${sayMoney(amount.toNumber())} ${currency}` : 'no amount'

/** A deal among others: how much, where it stands and when it closes; then, of those that are told in detail, what else is known. */
function tellDeal(overview: Overview, one: JudgedDeal, { section, detailed }: { section: SectionName; detailed: boolean }): Item {
  const { deal, record, path, weight } = one
  const { clean } = overview
  const at = (key: string) => [placeOfKey(record, key)]
  const facts: Line[] = [
    { text: sayDealAmount(one), sources: [amountPlace(one)] },
    ...(deal.stage ? [{ text: `stage ${clean.line(deal.stage)}`, sources: at('stage') }] : []),
    ...(deal.close_date ? [{ text: `closes ${deal.close_date}`, sources: at('close_date') }] : []),
  ]
  return {
    section,
    path,
    ...tellFacts(overview, callDeal(overview, one), facts, detailed ? detailsOf(overview, one) : []),
    value: 4 + 16 * weight,
    ...(!detailed && { note: 'not among those told in detail in this budget' }),
  }
}

/** No deal told in detail is cheaper than this many tokens, its citations included: more of them than fit need not be. */
const cheapest = 60

/** The open deals by their paths, each in a section; those that need most attention in detail. */
export function tellDeals(
  overview: Overview,
  judged: readonly JudgedDeal[],
  { budget, sectionOf = () => 'deals' }: { budget: number; sectionOf?: (deal: JudgedDeal) => SectionName },
): Item[] {
  const most = Math.ceil(budget / cheapest)
  return judged
    .map((deal, n) => tellDeal(overview, deal, { section: sectionOf(deal), detailed: n < most }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

function detailsOf(overview: Overview, one: JudgedDeal): Line[] {
  const { deal, record, risks, owner } = one
  const { clean, today, people } = overview
  const at = (...keys: string[]) => keys.map((key) => placeOfKey(record, key))
  const { next_step: step, next_step_date: due, forecast_category: category, probability } = deal
  const who = owner && (people.find(owner) ? people.nameOf(owner) : owner)
  const lines: (Line | false | undefined | '' | null | 0)[] = [
    risks.length > 0 && { text: `at risk: ${risks.map(({ text }) => text).join('; ')}`, sources: at(...riskKeys(one)) },
    ...(step
      ? together(overview, [
          { text: `next step: ${step}`, sources: at('next_step') },
          ...(due ? [{ text: `due ${due}${due < today ? ', overdue' : ''}`, sources: at('next_step_date') }] : []),
        ])
      : []),
    who && deal.owner && { text: `owner: ${who}`, sources: at('owner') },
    category && { text: `forecast: ${category}`, sources: at('forecast_category') },
    probability !== undefined && { text: `probability: ${probability}`, sources: at('probability') },
    lastTouch(overview, one),
    meddpiccGaps(one),
    (deal.competitors?.length ?? 0) > 0 && { text: `competitors: ${deal.competitors!.join(', ')}`, sources: at('competitors') },
  ]
  return lines.flatMap((line) => (line ? [{ ...line, text: clean.line(line.text) }] : []))
}

/** The keys by which a reader can check why a deal is at risk. */
function riskKeys({ deal, risks }: JudgedDeal): string[] {
  const kinds = new Set(risks.map(({ kind }) => kind))
  const keys = [
    deal.close_date && (kinds.has('close-date-past') || kinds.has('slipped')) && 'close_date',
    deal.next_step_date && kinds.has('step-overdue') && 'next_step_date',
  ].filter((key) => typeof key === 'string' && key !== '')
  return keys.length > 0 ? (keys as string[]) : ['name']
}

/** The last touch that was about a deal, or about none in particular. */
function lastTouch({ factsOf, beside, today }: Overview, { slug, customer }: OverviewDeal): Line | undefined {
  const last = factsOf(customer).touches.findLast(({ deal }) => deal === undefined || deal === slug)
  const record = last && beside('activity', customer).find(({ path }) => path === last.path)
  if (!last || !record) return undefined
  return {
    text: sayTouch(last, record.value.subject, today),
    sources: [placeOfKey(record, 'date'), placeOfKey(record, 'subject')],
  }
}

const meddpicc = [
  'metrics',
  'economic_buyer',
  'decision_criteria',
  'decision_process',
  'paper_process',
  'identify_pain',
  'champion',
  'competition',
] as const

/** Which of the eight questions of MEDDPICC nobody has answered. */
function meddpiccGaps({ deal, record }: OverviewDeal): Line {
  const missing = meddpicc.filter((name) => deal.meddpicc?.[name] == null)
  const known = meddpicc.length - missing.length
  const rest = missing.length > 0 ? `; missing: ${missing.join(', ').replaceAll('_', ' ')}` : ''
  return {
    text: `MEDDPICC ${known} of ${meddpicc.length}${rest}`,
    sources: [placeOfKey(record, deal.meddpicc ? 'meddpicc' : 'name')],
  }
}
