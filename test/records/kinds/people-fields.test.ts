import { expect, test } from 'vitest'
import { namePeople } from '../../../src/records/kinds/people-fields.ts'
import type { KindName } from '../../../src/records/kinds.ts'
import { readRecord } from '../../../src/records/schema/read-record.ts'

const team = readRecord(
  'fields',
  'workspace-setup/fields.yaml',
  'deal:\n  engineer: {type: person}\n  site: {type: text}\n',
).value
const find = (typed: string) => `slug of ${typed}`

test.each<[KindName, string, boolean]>([
  ['customer', 'csm', true],
  ['customer', 'name', false],
  ['document', 'by', true],
  ['prospect', 'owner', true],
  ['person', 'absent.0.cover', true],
  ['person', 'absent.0.from', false],
  ['deal', 'engineer', true],
  ['deal', 'site', false],
])('whether the %s field %s names one of the team: %s', (kind, name, isPerson) => {
  const field = name.split('.')
  const value = isPerson ? 'slug of Ada' : 'Ada'
  expect(namePeople(kind, [{ do: 'set', field, value: 'Ada' }], find, team)).toEqual([{ do: 'set', field, value }])
})

test('what is taken away names nobody', () => {
  expect(namePeople('deal', [{ do: 'remove', field: ['owner'] }], find)).toEqual([{ do: 'remove', field: ['owner'] }])
})
