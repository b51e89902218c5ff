import { describe, expect, test } from 'vitest'
import { readRecord } from '../../../src/records/schema/read-record.ts'
import { teamFieldsOf } from '../../../src/records/schema/schema-of.ts'

const teamOf = (yaml: string) => {
  const { value, problems } = readRecord('fields', 'workspace-setup/fields.yaml', yaml)
  expect(problems).toEqual([])
  return value
}

describe("a team's own field with allowed values", () => {
  test.each([
    ['by its values alone', 'deal:\n  tier: [A, B]\n'],
    ['with values and no type', 'deal:\n  tier: {values: [A, B]}\n'],
    ['as a choice', 'deal:\n  tier: {type: choice, values: [A, B]}\n'],
  ])('%s takes these and no others', (_, yaml) => {
    const team = teamOf(yaml)
    const problemsOf = (tier: string) =>
      readRecord('deal', 'customers/acme/deals/pilot.md', `---\nname: Pilot\ntier: ${tier}\n---\n`, team).problems
    expect(problemsOf('A')).toEqual([])
    expect(problemsOf('C')).toMatchObject([{ line: 3, severity: 'error', expected: 'one of A, B' }])
    expect(teamFieldsOf('deal', team)['tier']).toMatchObject({ values: ['A', 'B'], required: 'never' })
  })
})

test('a field that is neither is told, with what it should be', () => {
  const { problems } = readRecord('fields', 'workspace-setup/fields.yaml', 'deal:\n  tier: 5\n')
  expect(problems).toMatchObject([{ line: 2, expected: expect.stringContaining('[A, B]') }])
})
