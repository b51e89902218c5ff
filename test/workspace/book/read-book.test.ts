import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBook } from '../../../src/workspace/book/read-book.ts'
import { readPeople } from '../../../src/workspace/people.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { readSettings } from '../../../src/workspace/settings.ts'
import { gitEnv } from '../../helpers/workspace.ts'
import { teamTree } from './team-tree.ts'

const open = (root: string, whose?: string[]) => {
  const place = placeAt(root, gitEnv)
  const asked = { people: readPeople(place), settings: readSettings(place), now: new Date('2026-11-20T20:00:00Z') }
  return readBook(place, { ...asked, zone: 'America/New_York', since: '2026-11-10', ...(whose && { whose: new Set(whose) }) })
}

test("a person's book holds their own, everybody's holds all", async () => {
  const root = teamTree()
  const of = async (whose?: string[]) => {
    const { book } = await open(root, whose)
    return {
      accounts: book.accounts.map(({ slug }) => slug),
      deals: book.deals.map(({ slug }) => slug),
      touches: book.touches.length,
      tasks: book.tasks.length,
      alerts: book.alerts.map(({ rule }) => rule),
    }
  }
  expect(await of(['ada'])).toEqual({
    accounts: ['acme', 'globex'],
    deals: ['first', 'pilot', 'yen', 'old'],
    touches: 3,
    tasks: 1,
    alerts: ['buying_signal', 'churn_risk'],
  })
  expect(await of(['cleo'])).toEqual({ accounts: ['acme', 'initech'], deals: [], touches: 0, tasks: 0, alerts: ['stalled'] })
  expect(await of()).toMatchObject({ accounts: ['acme', 'globex', 'initech'], touches: 3, alerts: { length: 3 } })
})

test('people are found by any of their names, days are those of the zone, and what belongs to nobody counts by whoever did it', async () => {
  const note = '---\ntype: call\ndate: 2026-11-18T02:00Z\nsubject: S\nby: ada@example.test\nparticipants: [x@y.example]\n---\n'
  const { book } = await open(teamTree({ 'customers/_unassigned/activities/2026-11-18-0200-call-s-zzzz.md': note }), ['ada'])
  expect(book.touches.filter(({ customer }) => customer === '_unassigned')).toMatchObject([{ day: '2026-11-17' }])
})

test('an activity that names nobody counts for who owns the customer', async () => {
  const root = teamTree({
    'customers/initech/activities/2026-11-18-0200-call-s-zzzz.md':
      '---\ntype: call\ndate: 2026-11-18\nsubject: S\nparticipants: [x@y.example]\n---\n',
  })
  expect((await open(root, ['cleo'])).book.touches).toMatchObject([{ customer: 'initech' }])
  expect((await open(root, ['ada'])).book.touches).toHaveLength(3)
})

test('a file that cannot be used is told and hides no other', async () => {
  const root = teamTree()
  for (const path of [
    'customers/acme/deals/pilot.md',
    'customers/acme/activities/2026-11-18-1000-call-price-aaaa.md',
    'reporting/pulse/churn-risk-a1b2c3.yaml',
  ])
    writeFileSync(join(root, path), path.endsWith('.md') ? '---\nname: [x\n---\n' : 'rule: [x\n')
  const { book, problems } = await open(root, ['ada'])
  expect([book.deals.length, book.touches.length, book.alerts.length]).toEqual([3, 2, 1])
  expect([...new Set(problems.map(({ path }) => path))].sort()).toEqual([
    'customers/acme/activities/2026-11-18-1000-call-price-aaaa.md',
    'customers/acme/deals/pilot.md',
    'reporting/pulse/churn-risk-a1b2c3.yaml',
  ])
})
