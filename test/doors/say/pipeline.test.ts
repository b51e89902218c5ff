import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { sayPipeline } from '../../../src/doors/say/pipeline.ts'
import { total } from '../../../src/features/pipeline/figure-deals.ts'
import type { Deal } from '../../../src/records/kinds/deal.ts'
import { figure, value } from '../../features/pipeline/deals.ts'

const shown = (deals: Partial<Deal>[], more: object = {}) =>
  stripVTControlCharacters(sayPipeline({ asOf: '2026-11-21', archived: 0, ...figure(deals), ...more }))

test('the headline, the tables, and what is not in them', () => {
  expect(
    shown(
      [
        { stage: 'lead', amount: 12000 },
        { stage: 'Proposal', amount: 100, currency: 'KWD' },
        { stage: 'won', amount: 1200.5, owner: 'ada', opened: '2026-01-01', close_date: '2026-01-11' },
        { stage: 'won', amount: 800, owner: 'ben' },
        { stage: 'lost' },
      ],
      { archived: 1 },
    ),
  ).toBe(`Pipeline on 2026-11-21, in EUR
open  2 deals    €12,000  weighted €1,200
won   2 deals  €2,000.50  win rate 66.7 %, 10 days to close
lost   1 deal

stage     deals      amount   weighted
lead          1  €12,000.00  €1,200.00
won           2   €2,000.50  €2,000.50  won
lost          1       €0.00      €0.00  lost
Proposal      1       €0.00

owner  won  won amount
ada      1   €1,200.50
ben      1     €800.00

quarter  won amount
2026-Q1   €1,200.50

Without 1 deal: no rate for KWD (KWD 100 in all; workspace-setup/rates.yaml).
1 deal has no amount and counts as 0.
Weighted leaves out 1 open deal without a probability.
1 won deal without a close_date: in no quarter.
Not counted: 1 open deal that was archived.`)
})

test('nobody reads a thousand owners: the best are shown, and how many more there are', () => {
  const deals = Array.from({ length: 1000 }, (_, n) => ({ stage: 'won', owner: `p${n}`, amount: n }))
  const said = shown(deals)
  expect(said).toContain('p999')
  expect(said).toContain('and 990 more owners (--json has all)')
  expect(said.split('\n').length).toBeLessThan(30)
})

test('no line is wider than 80 places', () => {
  const long = 'A stage whose name says everything that was ever agreed upon about it'
  const deals = [{ stage: long, amount: 123456789012.34, owner: long, close_date: '2026-01-01', probability: 0.5 }]
  for (const line of shown(deals).split('\n')) expect(line.length).toBeLessThanOrEqual(80)
})

test('groups are rounded where the terminal is too narrow for their decimals, and say so', () => {
  const groups = [{ group: 'ada', count: 1, ...total(value([{ stage: 'lead', amount: 98765432.15 }]).deals, 'EUR') }]
  const wide = shown([{ stage: 'lead' }], { groupBy: 'owner', groups })
  expect(wide).toContain('€98,765,432.15')
  const { columns } = process.stdout
  process.stdout.columns = 52
  try {
    const narrow = shown([{ stage: 'lead' }], { groupBy: 'owner', groups })
    expect(narrow).toContain('€98,765,432  ')
    expect(narrow).toContain('rounded to fit the terminal (--json is exact)')
  } finally {
    process.stdout.columns = columns
  }
})

test('goals, how many there are of other measures, and those no rate says', () => {
  const goals = [
    { person: 'ada', measure: 'won', period: '2026-Q4', goal: 1000, reached: 250.5, share: 0.2505 },
    { team: 'sales', measure: 'meetings', period: '2026', goal: 30, reached: null, share: null },
    { measure: 'won', period: '2026', goal: 1000, reached: 0, share: 0 },
  ]
  const said = shown([{ stage: 'lead' }], { goals, goalsWithoutRate: [{ currency: 'JPY', count: 2 }] })
  expect(said).toContain(`goal of   period   measure  reached    goal   share
ada       2026-Q4  won      €250.50  €1,000  25.1 %
everyone  2026     won        €0.00  €1,000   0.0 %
1 goal of other measures: dossier report run ae --include-goals`)
  expect(said).toContain('Without 2 goals: no rate for JPY (workspace-setup/rates.yaml).')
})

test('nothing to add up says how to begin; a condition that fits nothing says so', () => {
  expect(shown([])).toBe(
    'No deals yet. Make the first one: dossier deal new acme "Renewal 2027" amount=24000; or bring them in: dossier import csv FILE',
  )
  expect(shown([], { noData: { deals: 2, names: ['amount'] } })).toBe(
    'No deal fits this condition.\nLeft out by the condition for want of data (amount): 2 deals.',
  )
})
