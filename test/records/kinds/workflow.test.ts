import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readRecord } from '../../../src/records/schema/read-record.ts'

const read = (name: string) => {
  const path = `customers/workflows/${name}.yaml`
  return readRecord('workflow', path, readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'))
}

test('the shipped stages of deals have the shipped probabilities', () => {
  const { value, problems } = read('lead-to-close')
  expect(problems).toEqual([])
  expect(value?.about).toBe('deal')
  expect(value?.stages.map((stage) => [stage.id, stage.probability, stage.outcome])).toEqual([
    ['lead', 0.05, 'open'],
    ['qualification', 0.1, 'open'],
    ['discovery', 0.2, 'open'],
    ['technical-validation', 0.4, 'open'],
    ['business-case', 0.55, 'open'],
    ['negotiation', 0.8, 'open'],
    ['closed-won', 1, 'won'],
    ['closed-lost', 0, 'lost'],
  ])
  expect(value?.stages.filter((stage) => stage.require.length).map((stage) => [stage.id, ...stage.require])).toEqual([
    ['business-case', 'amount != null'],
    ['negotiation', 'amount != null'],
    ['closed-won', 'amount != null'],
    ['closed-lost', 'lost_reason != null'],
  ])
})

test('the customer journey has its eleven stages and closed-lost', () => {
  const { value, problems } = read('customer-journey')
  expect(problems).toEqual([])
  expect(value?.about).toBe('customer')
  expect(value?.stages.map((stage) => stage.id).join(' ')).toBe(
    'lead qualification discovery technical-validation business-case negotiation closed-won onboarding success expansion renewal closed-lost',
  )
})

test('a workflow may be short: what a stage does not say has a default', () => {
  const { value, problems } = readRecord(
    'workflow',
    'customers/workflows/w.yaml',
    'about: deal\nstages:\n  - id: a\n  - {id: b, outcome: wonn}\n',
  )
  expect(value?.stages).toEqual([
    { id: 'a', outcome: 'open', require: [], advise: [] },
    { id: 'b', outcome: 'open', require: [], advise: [] },
  ])
  expect(problems).toMatchObject([
    { line: 4, message: 'stages[1].outcome: "wonn" is not one of the choices.', expected: 'one of won, open, lost' },
  ])
})
