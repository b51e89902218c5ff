import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Deal } from '../../../src/records/kinds/deal.ts'
import { figure } from './deals.ts'

const samples = new URL('../../../../shared/samples/', import.meta.url)
const here = existsSync(samples)
if (!here) console.log('The sample exports are not beside this checkout (../shared/samples): skipped.')

const text = (path: string) => readFileSync(new URL(path, samples), 'utf8')
const rowsOf = (path: string): Record<string, string>[] => parse(text(path), { columns: true, bom: true })
const wantedOf = (name: string) => JSON.parse(text(`${name}/expected.json`))

const numberOf = (cell = '') => (cell === '' ? {} : { amount: Number(cell.replace(/[$,]/g, '')) })
const dayOf = (name: 'opened' | 'close_date', cell = '') => (cell === '' ? {} : { [name]: cell.slice(0, 10) })
const chanceOf = (cell = '') => (cell === '' ? {} : { probability: Number(cell) / 100 })
const amounts = (deals: Partial<Deal>[]) =>
  Object.fromEntries(figure(deals).byStage.map(({ stage, count, amount, weighted }) => [stage, { count, amount, weighted }]))

describe.skipIf(!here)('the figures of exports are those they came with', () => {
  test('won, lost, open, the win rate, days and quarters', () => {
    const deals = rowsOf('crm_sales_opportunities/sales_pipeline.csv').map((row) => ({
      stage: row['deal_stage']!,
      owner: row['sales_agent']!,
      ...numberOf(row['close_value']),
      ...dayOf('opened', row['engage_date']),
      ...dayOf('close_date', row['close_date']),
    }))
    const { totals, by_stage: stages, closed_by_close_quarter: quarters } = wantedOf('crm_sales_opportunities')
    const figures = figure(deals)
    expect(figures).toMatchObject({
      deals: totals.opportunities,
      won: { count: totals.won, amount: totals.won_revenue },
      lost: { count: totals.lost },
      open: { count: totals.open },
      winRate: totals.win_rate,
      cycleDays: { won: totals.avg_cycle_days_won, lost: totals.avg_cycle_days_lost },
      withoutAmount: totals.open,
    })
    expect(Object.fromEntries(figures.byStage.map(({ stage, count }) => [stage, count]))).toEqual(stages)
    expect(figures.byQuarter).toEqual(
      Object.entries<{ won_revenue: number }>(quarters).map(([quarter, { won_revenue: amount }]) => ({ quarter, amount })),
    )
    expect(figures.byOwner.reduce((sum, { amount }) => sum + amount, 0)).toBe(totals.won_revenue)
  })

  test('amounts and weighted amounts by stage, with a probability on each deal', () => {
    const deals = rowsOf('zoho_crm/Potentials.csv').map((row) => ({
      stage: row['Stage']!,
      ...numberOf(row['Amount']),
      ...chanceOf(row['Probability']),
    }))
    const { potentials } = wantedOf('zoho_crm')
    expect(amounts(deals)).toEqual(potentials.by_stage)
    expect(figure(deals)).toMatchObject({
      deals: potentials.rows,
      open: { amount: potentials.open_amount, weighted: potentials.open_weighted },
      won: { amount: potentials.won_amount },
      winRate: potentials.win_rate,
    })
  })

  test('cents, and a win rate of nothing decided', () => {
    const deals = rowsOf('salesforce/org_export/Opportunity.csv').map((row) => ({
      stage: row['StageName']!,
      ...numberOf(row['Amount']),
      ...chanceOf(row['Probability']),
    }))
    const { opportunities } = wantedOf('salesforce')
    expect(amounts(deals)).toEqual(opportunities.by_stage)
    expect(figure(deals)).toMatchObject({
      open: { amount: opportunities.open_amount, weighted: opportunities.open_weighted },
      winRate: opportunities.win_rate,
    })
  })
})
