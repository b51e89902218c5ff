import { expect, test } from 'vitest'
import { compareStages, importedStage, planStages } from '../../../../src/features/imports/write/plan-stages.ts'

const stages = (...ids: string[]) => ids.map((id) => ({ id }))
const workflows = {
  usual: 'lead-to-close',
  stages: new Map([
    ['lead-to-close', stages('lead', 'negotiation', 'closed-won')],
    ['renewal', stages('open', 'renewed')],
  ]),
}
const map = (said: { stages?: Record<string, string>; workflow?: string }) => ({
  ...said,
  where: (stage: string) => `map.yaml:${stage ? 3 : 2}`,
})

test('stages our workflow knows go to it', () => {
  const { place, own } = planStages({ system: 'zoho', written: ['lead', 'negotiation'] }, workflows)
  expect(own).toBeUndefined()
  expect(place('lead')).toEqual({ stage: 'lead' })
})

test('one it does not know gives all of the file a workflow of their own, named as written', () => {
  const { place, own } = planStages({ system: 'zoho', written: ['lead', 'Closed Won'] }, workflows)
  expect(own).toEqual({ workflow: 'zoho', stages: ['lead', 'Closed Won'] })
  expect(place('lead')).toEqual({ stage: 'lead', workflow: 'zoho' })
})

test('a map translates them', () => {
  const said = map({ stages: { 'Closed Won': 'closed-won', Talking: 'negotiation' } })
  const { place, own } = planStages(
    { system: 'csv', written: ['Talking', 'Closed Won', 'lead', 'Dreaming'], map: said },
    workflows,
  )
  expect(place('Talking')).toEqual({ stage: 'negotiation' })
  expect(place('lead')).toEqual({ stage: 'lead' })
  expect(own).toEqual({ workflow: 'imported', stages: ['Dreaming'] })
  expect(place('Dreaming')).toEqual({ stage: 'Dreaming', workflow: 'imported' })
})

test('a map names another workflow', () => {
  const { place } = planStages(
    { system: 'csv', written: ['Won again'], map: map({ workflow: 'renewal', stages: { 'Won again': 'renewed' } }) },
    workflows,
  )
  expect(place('Won again')).toEqual({ stage: 'renewed', workflow: 'renewal' })
})

test.each([
  [
    { stages: { Talking: 'negotation' } },
    'map.yaml:3: "Talking" is to become "negotation", which the workflow lead-to-close does not have.',
  ],
  [{ workflow: 'renewals' }, 'map.yaml:2: there is no workflow "renewals".'],
])('what the map names must be there: %j', (said, message) => {
  expect(() => planStages({ system: 'csv', written: ['Talking'], map: map(said) }, workflows)).toThrow(message)
})

test('imported stages are in the order a deal passes them, whatever came first', () => {
  const written = [
    'Closed Lost',
    'Negotiation/Review',
    'Closed Won',
    'Proposal/Price Quote',
    'Needs Analysis',
    'Prospecting',
    'Qualification',
    'Lost to Competition',
  ]
  const sorted = written.map(importedStage).sort(compareStages)
  expect(sorted.map(({ id }) => id)).toEqual([
    'Prospecting',
    'Qualification',
    'Needs Analysis',
    'Proposal/Price Quote',
    'Negotiation/Review',
    'Closed Won',
    'Closed Lost',
    'Lost to Competition',
  ])
  expect(sorted.map(({ outcome }) => outcome)).toEqual(['open', 'open', 'open', 'open', 'open', 'won', 'lost', 'lost'])
})
