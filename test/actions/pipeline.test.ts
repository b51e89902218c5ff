import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import pipeline from '../../src/actions/pipeline.ts'
import { openSession } from '../../src/session/open.ts'
import { gitEnv, workspace } from '../helpers/workspace.ts'

const sheet = (fields: string) => `---\n${fields}\n---\n`
const tree = (more: Record<string, string | Uint8Array> = {}) =>
  workspace({
    'workspace-setup/workspace.yaml': 'name: Orbit\ncurrency: EUR\ntimezone: Pacific/Auckland\nfiscal_year_start: 02-01\n',
    'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\n',
    'workspace-setup/rates.yaml':
      'rates:\n  - { date: 2026-01-01, from: USD, rate: 0.5 }\n  - { date: 2026-11-21, from: USD, rate: 0.9 }\n',
    'customers/workflows/lead-to-close.yaml':
      'about: deal\nstages:\n  - { id: lead, probability: 0.1 }\n  - { id: won, outcome: won, probability: 1 }\n  - { id: lost, outcome: lost, probability: 0 }\n',
    'customers/acme/customer.md': sheet('name: Acme\nsegment: smb'),
    'customers/globex/customer.md': sheet('name: Globex\nsegment: enterprise'),
    'customers/acme/deals/pilot.md': sheet('name: Pilot\nstage: lead\namount: 100\ncurrency: USD\nowner: ada@example.test'),
    'customers/acme/deals/rollout.md': sheet('name: Rollout\nstage: won\namount: 10.1\nowner: ada\nclose_date: 2026-02-01'),
    'customers/globex/deals/trial.md': sheet('name: Trial\nstage: lead\narchived: 2026-10-01'),
    'customers/globex/deals/old.md': sheet('name: Old\nstage: won\namount: 20.2\nclose_date: 2025-01-01\narchived: 2026-10-01'),
    'customers/_unassigned/deals/stray.md': sheet('name: Stray\nstage: lost\namount: 5'),
    ...more,
  })
const asked = (root: string, input: object = {}) =>
  ask(pipeline, input, openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T13:00:00Z' } }))

test('the figures of a tree: on the day of the workspace, at its rates, with what belongs to nobody and what was archived once closed', async () => {
  expect(await asked(tree())).toMatchObject({
    asOf: '2026-11-21',
    currency: 'EUR',
    deals: 4,
    open: { count: 1, amount: 90, weighted: 9 },
    won: { count: 2, amount: 30.3 },
    lost: { count: 1 },
    winRate: 0.6667,
    archived: 1,
    byOwner: [
      { owner: null, won: 1, amount: 20.2 },
      { owner: 'ada', won: 1, amount: 10.1 },
    ],
    byQuarter: [
      { quarter: '2025-Q4', amount: 20.2 },
      { quarter: '2027-Q1', amount: 10.1 },
    ],
    problems: [],
  })
})

test('a condition may ask how long nobody spoke about a deal, and how its customer is', async () => {
  const call = (day: string) => `---\ntype: call\ndate: ${day}\nsubject: x\nparticipants: [jo]\ndeal: pilot\n---\n`
  const root = tree({
    'customers/acme/contacts/jo.md': sheet('name: Jo'),
    'customers/acme/activities/2026-10-01-0000-call-x-aaaa.md': call('2026-10-01'),
    'customers/globex/customer.md': sheet('name: Globex\nhealth: 20'),
  })
  const fits = async (where: string) => (await asked(root, { where })).deals
  expect(await fits('no_activity > 40 && amount == 100')).toBe(1)
  expect(await fits('no_activity > 60 && amount == 100')).toBe(0)
  expect(await fits('health_score == 20')).toBe(1)
})

test('without workflows and rates stages are judged by their names, and the figures are in the currency that there is', async () => {
  const root = tree()
  rmSync(join(root, 'customers/workflows'), { recursive: true })
  rmSync(join(root, 'workspace-setup/rates.yaml'))
  expect(await asked(root)).toMatchObject({
    currency: 'EUR',
    open: { count: 1, amount: 0 },
    withoutRate: [{ currency: 'USD', count: 1, amount: 100 }],
    won: { count: 2 },
  })
  expect(await asked(root, { where: 'currency == "USD"' })).toMatchObject({
    currency: 'USD',
    insteadOf: 'EUR',
    open: { amount: 100 },
  })
})

test.each<[where: string, deals: number, noData: object]>([
  ['amount > 15', 2, { deals: 1, names: ['amount'] }],
  ['customer.segment == "smb"', 2, { deals: 0, names: [] }],
  ['owner == "ada" && deals.size() == 2', 1, { deals: 0, names: [] }],
  ['close_date < "2026-01-01"', 1, { deals: 3, names: ['close_date'] }],
  ['plant == "Ohio"', 1, { deals: 0, names: [] }],
  ['now > timestamp("2026-01-01T00:00:00Z") && today == "2026-11-21"', 5, { deals: 0, names: [] }],
])('where %s', async (where, deals, noData) => {
  const root = tree({ 'customers/globex/deals/own.md': sheet('name: Own\nstage: lead\nplant: Ohio\nfloor: first') })
  expect(await asked(root, { where })).toMatchObject({ deals, noData })
})

test('what a condition cannot compare is told', async () => {
  const root = tree({
    'customers/globex/deals/own.md': sheet('name: Own\nfloor: first'),
    'customers/globex/deals/two.md': sheet('name: Two\nfloor: 2'),
  })
  expect(await asked(root, { where: 'floor > 1' })).toMatchObject({ deals: 1, unfit: { deals: 1, because: expect.any(String) } })
})

test.each([
  [{ where: 'amuont > 1' }, '--where, at 1: There is no "amuont" in a deal.'],
  [{ where: 'amount >' }, '--where, at 9:'],
  [{ where: '' }, 'The condition is empty.'],
  [{ where: 'amount' }, '--where: a number is not true or false.'],
  [{ where: 'close_date > 2026-01-01' }, '--where: text cannot be compared with a number.'],
  [{ 'group-by': 'amuont' }, 'Deals have no "amuont" to group by.'],
  [{ currency: 'euros' }, 'currency: a currency code such as EUR.'],
  [{ currency: 'gbp' }, 'No deal can be said in GBP'],
])('%j is refused', async (input, message) => {
  await expect(asked(tree(), input)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(message) })
})

test('groups by a field of the customer, each customer read once', async () => {
  const { groups } = await asked(tree(), { 'group-by': 'segment', currency: 'eur' })
  expect(groups?.map(({ group, count }) => [group, count])).toEqual([
    ['smb', 2],
    ['enterprise', 1],
    [null, 1],
  ])
})

test('a currency that is none is not taken for that of the workspace, and a rate to one is not used', async () => {
  const root = tree({
    'customers/acme/deals/odd.md': sheet('name: Odd\nstage: lead\namount: 7\ncurrency: usd'),
    'customers/acme/deals/yen.md': sheet('name: Yen\nstage: lead\namount: 9\ncurrency: JPY'),
    'workspace-setup/rates.yaml':
      'rates:\n  - { date: 2026-01-01, from: JPY, to: gbp, rate: 100 }\n  - { date: 2026-01-01, from: USD, rate: 0.5 }\n',
  })
  expect(await asked(root)).toMatchObject({
    open: { count: 3, amount: 50 },
    withoutRate: [
      { currency: 'JPY', count: 1, amount: 9 },
      { currency: 'usd', count: 1, amount: 7 },
    ],
  })
})

test('goals of the fiscal year and quarter of the day, by any name of a person; none beside a condition or groups', async () => {
  const root = tree({
    'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\nteam: sales\n',
    'workspace-setup/quotas/2027.yaml':
      'quotas:\n  - { person: ada@example.test, amount: 20.2 }\n  - { team: sales, amount: 5, currency: usd }\n',
    'workspace-setup/quotas/2027-Q4.yaml': 'quotas:\n  - { team: sales, amount: 100, currency: USD }\n',
    'workspace-setup/quotas/2026-Q4.yaml': 'quotas:\n  - { person: ada, amount: 1 }\n',
  })
  const answer = await asked(root)
  expect(answer.goals).toEqual([
    { person: 'ada', measure: 'won', period: '2027', goal: 20.2, reached: 10.1, share: 0.5 },
    { team: 'sales', measure: 'won', period: '2027-Q4', goal: 90, reached: 0, share: 0 },
  ])
  expect(answer.problems.map(({ path, line }) => [path, line])).toEqual([['workspace-setup/quotas/2027.yaml', 3]])
  expect(await asked(root, { where: 'true' })).not.toHaveProperty('goals')
  expect(await asked(root, { 'group-by': 'owner' })).not.toHaveProperty('goals')
})

test('files that cannot be used are told and hide no other', async () => {
  const root = tree({
    'customers/acme/deals/broken.md': sheet('name: [Broken'),
    'customers/acme/deals/odd.md': sheet('name: Odd\nstage: lead\namount: lots'),
    'customers/acme/deals/moved.md': sheet('redirect: ../../globex/deals/old.md'),
    'customers/workflows/broken.yaml': 'about: [deal',
    'workspace-setup/rates.yaml':
      'rates:\n  - { date: soon, from: USD, rate: 0.9 }\n  - { date: 2026-01-01, from: USD, rate: 0.5 }\n',
    'customers/globex/customer.md': sheet('name: [Globex'),
  })
  const answer = await asked(root, { 'group-by': 'segment' })
  expect(answer).toMatchObject({ deals: 5, withoutAmount: 1, open: { count: 2, amount: 50 } })
  expect([...new Set(answer.problems.map(({ path }) => path))].sort()).toEqual([
    'customers/acme/deals/broken.md',
    'customers/acme/deals/odd.md',
    'customers/globex/customer.md',
    'customers/workflows/broken.yaml',
    'workspace-setup/rates.yaml',
  ])
})
