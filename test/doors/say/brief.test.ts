import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { sayBrief } from '../../../src/doors/say/brief.ts'
import type { Brief } from '../../../src/features/day/brief.ts'

const long = 'a very long sentence that goes on and on, with 東京 in it, '.repeat(5)
const row = { customer: 'nordwind-logistik', slug: 'renewal-2027', deal: long, path: 'p' }
const many = <T>(one: T): T[] => Array.from({ length: 30 }, () => one)
const full: Brief = {
  user: 'ada',
  name: 'Ada Byron',
  day: '2026-11-20',
  people: ['ada'],
  matters: Array.from({ length: 3 }, () => ({ customer: 'acme', what: long, because: [long, long, long], score: 1, path: 'p' })),
  meetings: many({ time: '09:30', subject: long, customer: 'acme', with: ['jo', 'bo'], deal: null, path: 'p' }),
  overdue: many({ ...row, task: long, due: '2026-11-18', priority: 'high' }),
  due: many({ ...row, task: long, due: '2026-11-20', priority: null }),
  alerts: many({ ...row, urgency: 'high', rule: 'churn_risk', because: long, quote: null, since: '2026-11-19' }),
  steps: many({ ...row, due: '2026-11-20', step: long }),
  moved: many({ ...row, day: '2026-11-19', field: 'stage', from: 'lead', to: 'offer' }),
  quiet: many({ ...row, name: 'Acme', days: 80, health: 3, because: long }),
  renewals: many({ ...row, notice: '2026-12-01', end: '2026-12-31', amount: 93600, currency: 'EUR', days: 11 }),
  counts: { accounts: 12, deals: 30, pipeline: 1234567, currency: 'EUR' },
  historyBegins: '2026-01-01',
}
const empty = { meetings: [], overdue: [], due: [], alerts: [], steps: [], moved: [], quiet: [], renewals: [], matters: [] }
const said = (brief: Brief, width = 80) => stripVTControlCharacters(sayBrief(brief, width))

test('however much there is, a day is one screen, and what is left out is counted', () => {
  const text = said(full)
  expect(text.split('\n').length).toBeLessThanOrEqual(40)
  expect(text).toContain('more: dossier task list --owner ada')
  expect(text).toContain('€1,234,567')
})

test.each([80, 120])('no line is wider than %i', (width) => {
  for (const line of said(full, width).split('\n')) expect(line.length, line).toBeLessThanOrEqual(width)
})

test('a day with nothing in it says so', () => {
  expect(said({ ...full, ...empty })).toBe(
    'Fri 20 Nov, Ada Byron  12 accounts, 30 open deals, €1,234,567\n\nNothing presses today.',
  )
  expect(said({ ...full, ...empty, nothing: 'There are no customers yet.' })).toContain('\n\nThere are no customers yet.')
})

test('parts stand apart while there is room', () => {
  const one = {
    ...full,
    ...empty,
    overdue: full.overdue.slice(0, 1),
    steps: full.steps.slice(0, 1),
    matters: full.matters.slice(0, 1),
  }
  expect(said(one)).toMatch(/What matters most\n1\. [\s\S]*\n\nTasks {7}Wed 18 Nov {2}a very[\s\S]*\n\nNext steps {2}today/)
})
