import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const samples = new URL('../../../../../shared/samples/', import.meta.url)
const here = existsSync(samples)
if (!here) console.log('The sample exports are not beside this checkout (../shared/samples): skipped.')

type Figures = Record<string, number> & { by_stage: Record<string, { count: number; amount: number; weighted: number }> }

const expected = (folder: string) =>
  JSON.parse(readFileSync(new URL(`${folder}/expected.json`, samples), 'utf8')) as Record<string, Figures>

function read(file: string) {
  const [headings = [], ...rows] = parse(readFileSync(new URL(file, samples)), { bom: true })
  return { rows: rows.length, ...readRows(headings, rows, { file, sample: rows.slice(0, 5) }) }
}

type Read = ReturnType<typeof read>
const sum = ({ drafts }: Read, field: string) =>
  drafts.reduce((total, { fields }) => total + Math.round(Number(fields[field] ?? 0) * 100), 0) / 100
const distinct = ({ drafts }: Read, field: string) => new Set(drafts.map(({ fields }) => fields[field]).filter(Boolean)).size
const weigh = ({ drafts }: Read, stage?: string) =>
  drafts
    .filter(({ fields }) => !stage || fields['stage'] === stage)
    .reduce((total, { fields }) => total + Number(fields['amount'] ?? 0) * Number(fields['probability'] ?? 0), 0)
const stages = ({ drafts }: Read) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(drafts, ({ fields }) => String(fields['stage']))).map(([stage, of = []]) => [
      stage,
      {
        count: of.length,
        amount: of.reduce((total, { fields }) => total + Math.round(Number(fields['amount'] ?? 0) * 100), 0) / 100,
      },
    ]),
  )
const withoutWeights = ({ by_stage }: Figures) =>
  Object.fromEntries(Object.entries(by_stage).map(([stage, { count, amount }]) => [stage, { count, amount }]))

describe.skipIf(!here)('sample exports', () => {
  test('the opportunities of a hardware seller', () => {
    const { totals, by_stage } = expected('crm_sales_opportunities') as unknown as {
      totals: Figures
      by_stage: Record<string, number>
    }
    const deals = read('crm_sales_opportunities/sales_pipeline.csv')
    expect({ kind: deals.kind, drafts: deals.drafts.length, notes: deals.notes, questions: deals.questions }).toEqual({
      kind: 'deal',
      drafts: totals['opportunities'],
      notes: [],
      questions: [],
    })
    expect(Object.fromEntries(Object.entries(stages(deals)).map(([stage, { count }]) => [stage, count]))).toEqual(by_stage)
    expect(stages(deals)['Won']!.amount).toBe(totals['won_revenue'])
    const days = deals.drafts
      .filter(({ fields }) => fields['stage'] === 'Won')
      .map(({ fields }) => (Date.parse(fields['close_date'] as string) - Date.parse(fields['opened'] as string)) / 86_400_000)
    expect(Math.round((days.reduce((a, b) => a + b) / days.length) * 100) / 100).toBe(totals['avg_cycle_days_won'])
    const accounts = read('crm_sales_opportunities/accounts.csv')
    expect({ kind: accounts.kind, drafts: accounts.drafts.length }).toEqual({ kind: 'customer', drafts: 9 })
    expect(() => read('crm_sales_opportunities/data_dictionary.csv')).toThrow('data dictionary')
  })

  test('a Zoho organisation', () => {
    const { accounts, contacts, leads, potentials } = expected('zoho_crm')
    const [a, c, l, p] = ['Accounts', 'Contacts', 'Leads', 'Potentials'].map((name) => read(`zoho_crm/${name}.csv`)) as [
      Read,
      Read,
      Read,
      Read,
    ]
    expect([a, c, l, p].map(({ kind, system }) => `${system} ${kind}`)).toEqual([
      'zoho customer',
      'zoho contact',
      'zoho lead',
      'zoho deal',
    ])
    expect([a, c, l, p].map(({ drafts }) => drafts.length)).toEqual([
      accounts!['rows'],
      contacts!['rows'],
      leads!['rows'],
      potentials!['rows'],
    ])
    expect([distinct(a, 'domain'), distinct(c, 'email'), distinct(l, 'email')]).toEqual([
      accounts!['distinct_websites'],
      contacts!['distinct_emails'],
      leads!['distinct_emails'],
    ])
    expect(sum(p, 'amount')).toBe(potentials!['total_amount'])
    expect(stages(p)).toEqual(withoutWeights(potentials!))
    for (const [stage, { weighted }] of Object.entries(potentials!.by_stage)) expect(weigh(p, stage)).toBeCloseTo(weighted, 2)
    expect([...a.questions, ...c.questions, ...l.questions, ...p.questions]).toEqual([])
    const ids = new Set(l.drafts.map(({ id }) => id))
    expect(p.drafts.filter(({ lead }) => !ids.has(lead))).toEqual([])
  })

  test('a Salesforce organisation', () => {
    const { accounts, contacts, leads, opportunities, bulk_accounts } = expected('salesforce')
    const [a, c, l, o] = ['Account', 'Contact', 'Lead', 'Opportunity'].map((name) =>
      read(`salesforce/org_export/${name}.csv`),
    ) as [Read, Read, Read, Read]
    const bulk = read('salesforce/bulk_accounts.csv')
    expect([a, c, l, o, bulk].map(({ kind, system }) => `${system} ${kind}`)).toEqual(
      ['customer', 'contact', 'lead', 'deal', 'customer'].map((kind) => `salesforce ${kind}`),
    )
    expect([a, c, l, o, bulk].map(({ drafts }) => drafts.length)).toEqual(
      [accounts, contacts, leads, opportunities, bulk_accounts].map((figures) => figures!['rows']),
    )
    expect([sum(a, 'revenue'), sum(a, 'employees')]).toEqual([accounts!['sum_annual_revenue'], accounts!['sum_employees']])
    expect([sum(bulk, 'revenue'), sum(bulk, 'employees')]).toEqual([
      bulk_accounts!['annual_revenue_sum'],
      bulk_accounts!['employees_sum'],
    ])
    expect([distinct(c, 'email'), distinct(l, 'email')]).toEqual([contacts!['distinct_emails'], leads!['distinct_emails']])
    expect(c.drafts.filter(({ company }) => company?.id)).toHaveLength(contacts!['with_account']!)
    expect(l.drafts.filter(({ company }) => company?.id)).toHaveLength(leads!['company_field_is_an_account_id']!)
    expect(sum(o, 'amount')).toBe(opportunities!['total_amount'])
    expect(stages(o)).toEqual(withoutWeights(opportunities!))
    expect(weigh(o)).toBeCloseTo(opportunities!['open_weighted']!, 2)
  })
})
