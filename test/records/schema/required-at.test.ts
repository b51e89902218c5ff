import { expect, test } from 'vitest'
import { TeamFields } from '../../../src/records/kinds/fields.ts'
import { Workflow } from '../../../src/records/kinds/workflow.ts'
import { requiredAt } from '../../../src/records/schema/required-at.ts'

const { stages } = Workflow().parse({
  about: 'deal',
  stages: [{ id: 'lead' }, { id: 'proposal' }, { id: 'won', outcome: 'won' }, { id: 'lost', outcome: 'lost' }],
})
const team = TeamFields().parse({ deal: { po: { type: 'text', required: 'from stage proposal' }, tier: { type: 'text' } } })

test.each([
  ['lead', []],
  ['proposal', ['po != null']],
  ['won', ['po != null']],
  ['lost', []],
])('at %s: %j', (id, criteria) => {
  const stage = stages.find((one) => one.id === id)!
  expect(requiredAt('deal', stage, stages, team)).toEqual(criteria)
})

test('a stage the workflow does not have requires nothing', () => {
  const elsewhere = TeamFields().parse({ deal: { po: { type: 'text', required: 'from stage legal' } } })
  expect(requiredAt('deal', stages[1]!, stages, elsewhere)).toEqual([])
})
