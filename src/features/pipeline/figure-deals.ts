import { exact, roundTo, sumOf } from '../../formulas/exact.ts'
import { fiscalQuarter } from '../../formulas/fiscal-quarter.ts'
import { roundMoney } from '../../formulas/round-money.ts'
import type { ValuedDeal } from '../../formulas/value-deals.ts'
import { countDays } from '../../records/condition/days.ts'
import type { Stage } from '../../records/kinds/workflow.ts'
import { compareStages } from '../../workspace/book/compare-stages.ts'
import { inOrder } from '../../workspace/tree.ts'

/** Whose figures they are: the currency they are in, and the month and day the fiscal year begins. */
export type Manner = { currency: string; yearStart: string }

/** What a set of deals comes to. Money is rounded once, at the end of each sum. */
export type Totals = {
  open: { count: number; amount: number; weighted: number; withoutProbability: number }
  won: { count: number; amount: number }
  lost: { count: number }
  /** won / (won + lost), null before the first decision. */
  winRate: number | null
}

type StageRow = {
  stage: string | null
  outcome: Stage['outcome']
  count: number
  amount: number
  weighted: number
  /** Deals that `weighted` leaves out. */
  withoutProbability: number
}

/** The pipeline in figures; `dossier pipeline --json` gives it as it stands. */
export type Figures = Totals & {
  deals: number
  byStage: StageRow[]
  withoutAmount: number
  withoutProbability: number
  withoutRate: { currency: string; count: number; amount: number }[]
  /** Won deals that no quarter has, because nobody knows when. */
  withoutCloseDate: number
  /** Mean days from opened to close_date, of the deals that have both. */
  cycleDays: { won: number | null; lost: number | null }
  byOwner: { owner: string | null; won: number; amount: number }[]
  byQuarter: { quarter: string; amount: number }[]
  currency: string
}

/** Works the figures out of deals that were valued in `currency`. Every deal counts; what a sum leaves out is told beside it. */
export function figureDeals(deals: readonly ValuedDeal[], { currency, yearStart }: Manner): Figures {
  const won = deals.filter(({ outcome }) => outcome === 'won')
  const lost = deals.filter(({ outcome }) => outcome === 'lost')
  const dated = won.filter(({ deal }) => deal.close_date)
  return {
    deals: deals.length,
    ...total(deals, currency),
    byStage: bunch(deals, ({ stage, outcome }) => `${outcome} ${stage ?? ''}`)
      .sort(([, [a]], [, [b]]) => compareStages(a!, b!))
      .map(([, of]) => ({
        stage: of[0]!.stage,
        outcome: of[0]!.outcome,
        count: of.length,
        amount: sumValues(of, currency),
        weighted: sumWeighted(of, currency),
        withoutProbability: of.filter(lacksProbability).length,
      })),
    withoutAmount: deals.filter(({ amount }) => amount === undefined).length,
    withoutProbability: deals.filter(lacksProbability).length,
    withoutRate: bunch(deals.filter(lacksRate), (deal) => deal.currency).map(([code, of]) => ({
      currency: code,
      count: of.length,
      amount: roundMoney(sumOf(of.flatMap(({ amount }) => amount ?? [])), code),
    })),
    withoutCloseDate: won.length - dated.length,
    cycleDays: { won: meanCycle(won), lost: meanCycle(lost) },
    byOwner: bunch(won, ({ owner }) => owner ?? '')
      .map(([, of]) => ({ owner: of[0]!.owner, won: of.length, amount: sumValues(of, currency) }))
      .sort((a, b) => b.amount - a.amount),
    byQuarter: bunch(dated, ({ deal }) => fiscalQuarter(deal.close_date!, yearStart)).map(([quarter, of]) => ({
      quarter,
      amount: sumValues(of, currency),
    })),
    currency,
  }
}

/** The headline of a set of deals, of all or of one group. */
export function total(deals: readonly ValuedDeal[], currency: string): Totals {
  const [open, won, lost] = (['open', 'won', 'lost'] as const).map((wanted) => deals.filter(({ outcome }) => outcome === wanted))
  const decided = won!.length + lost!.length
  return {
    open: {
      count: open!.length,
      amount: sumValues(open!, currency),
      weighted: sumWeighted(open!, currency),
      withoutProbability: open!.filter(lacksProbability).length,
    },
    won: { count: won!.length, amount: sumValues(won!, currency) },
    lost: { count: lost!.length },
    winRate: decided === 0 ? null : roundTo(exact(won!.length).div(exact(decided)), 4),
  }
}

const lacksProbability = ({ probability }: ValuedDeal) => probability === undefined
const lacksRate = ({ value }: ValuedDeal) => value === undefined

const sumValues = (deals: readonly ValuedDeal[], currency: string) =>
  roundMoney(sumOf(deals.flatMap(({ value }) => value ?? [])), currency)
const sumWeighted = (deals: readonly ValuedDeal[], currency: string) =>
  roundMoney(sumOf(deals.flatMap(({ weighted }) => weighted ?? [])), currency)

/** Sets of deals by what they have in common, in the order of its letters; what has none of it comes last. */
const bunch = (deals: readonly ValuedDeal[], by: (deal: ValuedDeal) => string) =>
  [...Map.groupBy(deals, by)].sort(([a], [b]) => Number(a === '') - Number(b === '') || inOrder(a, b))

function meanCycle(deals: readonly ValuedDeal[]): number | null {
  const days = deals.flatMap(({ deal: { opened = '', close_date: closed = '' } }) => countDays(opened, closed) ?? [])
  return days.length === 0 ? null : roundTo(sumOf(days.map(exact)).div(exact(days.length)), 2)
}
