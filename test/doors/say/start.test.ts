import { expect, test } from 'vitest'
import { sayStart } from '../../../src/doors/say/start.ts'

type Started = Parameters<typeof sayStart>[0]

const started: Started = {
  path: '/home/ada/try',
  repository: '/home/ada/try',
  commit: '0123456789',
  files: ['a', 'b'],
  me: 'ada',
  author: { name: 'Ada', email: 'ada@orbit.test' },
  amount: 'sample',
  kept: [],
  others: [],
  unignored: [],
  currency: 'EUR',
  timezone: 'Europe/Berlin',
  sample: { days: 70, today: '2027-01-29', look: 'priya-raman' },
  history: { commits: 178 },
}
const last = (said: string) => said.split('\n').at(-1)!.trim()

test('a sample says how far it was moved, how much past it has, and whom to look at', () => {
  const said = sayStart(started, 'try')
  expect(said).toContain('Its dates were moved by 10 weeks, so that it plays around 2027-01-29.')
  expect(said).toContain('Its past half year is 178 commits')
  expect(said).toContain('Nothing in it is yours yet: look over the shoulder of priya-raman.')
  expect(last(said)).toContain('dossier brief --user priya-raman')
})

test('who is one of the sample looks at their own day', () => {
  const said = sayStart({ ...started, me: 'priya-raman', sample: { days: 0, today: '2026-11-20', look: 'priya-raman' } }, '.')
  expect(said).toContain('Its dates are as they were written')
  expect(said).not.toContain('Nothing in it')
  expect(said).toMatch(/dossier brief\S*$/m)
})

test('without a history it says why', () => {
  const said = sayStart({ ...started, history: { commits: 0, because: 'the folder has commits already' } }, 'try')
  expect(said).toContain('It has no history of its own: the folder has commits already.')
})

test('any other start says nothing of it', () => {
  const { sample, history, ...plain } = started
  expect(sayStart({ ...plain, amount: 'usual' }, 'try')).not.toMatch(/dates|half year|shoulder/)
  expect([sample, history]).toHaveLength(2)
})
