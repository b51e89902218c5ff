import { figureDeals } from '../../../src/features/pipeline/figure-deals.ts'
import { findRate } from '../../../src/formulas/find-rate.ts'
import { chooseCurrency } from '../../../src/formulas/value-deals.ts'
import type { Deal } from '../../../src/records/kinds/deal.ts'
import type { Rates } from '../../../src/records/kinds/rates.ts'
import type { Workflow } from '../../../src/records/kinds/workflow.ts'
import { placeDeals } from '../../../src/workspace/book/place-deals.ts'

type Settings = {
  workflows?: Record<string, Workflow['stages']>
  rates?: Rates['rates']
  home?: string
  asked?: string
  yearStart?: string
}

/** A stage as a workflow has it. */
export const stage = (id: string, more: Partial<Workflow['stages'][number]> = {}): Workflow['stages'][number] => ({
  id,
  outcome: 'open',
  require: [],
  advise: [],
  ...more,
})

const usual = {
  'lead-to-close': [
    stage('lead', { probability: 0.1 }),
    stage('offer', { probability: 0.5, forecast_category: 'commit' }),
    stage('won', { outcome: 'won', probability: 1 }),
    stage('lost', { outcome: 'lost', probability: 0 }),
  ],
}

/** Deals valued as the pipeline does, on 2026-11-21 in euros unless told otherwise. */
export function value(deals: readonly Partial<Deal>[], { workflows = usual, rates = [], home = 'EUR', asked }: Settings = {}) {
  const shelf = new Map(Object.entries(workflows).map(([slug, stages]) => [slug, { about: 'deal' as const, stages }]))
  const place = placeDeals(shelf, (name) => ({ ab: 'ada' })[name])
  const placed = deals.map((deal) => place({ name: 'Deal', ...deal }, 'acme'))
  return chooseCurrency(placed, asked, { asOf: '2026-11-21', home, rateOn: findRate(rates, home) })
}

/** The figures of deals. */
export function figure(deals: readonly Partial<Deal>[], settings: Settings = {}) {
  const { deals: valued, currency } = value(deals, settings)
  return figureDeals(valued, { currency, yearStart: settings.yearStart ?? '01-01' })
}
