import { expect, test } from 'vitest'
import { sayFieldChange, sayValue } from '../../src/records/say-value.ts'

test.each<[field: string, before: unknown, after: unknown, said: string]>([
  ['stage', 'discovery', 'negotiation', 'stage discovery → negotiation'],
  ['owner', undefined, 'ada', 'owner ada'],
  ['owner', 'ada', undefined, 'owner removed (was ada)'],
  ['owner', 'ada', '', 'owner removed (was ada)'],
  ['amount', 24000, 30000, 'amount 24000 → 30000'],
  ['tags', ['a', 'b'], ['b', 'c'], 'tags +c -a'],
  ['tags', ['a', 'b'], ['b', 'a'], 'tags a, b → b, a'],
  ['tags', [], ['a'], 'tags a'],
  ['contract', { start: '2026-01-01' }, { start: '2027-01-01' }, 'contract start 2026-01-01 → start 2027-01-01'],
])('%s from %j to %j', (field, before, after, said) => {
  expect(sayFieldChange(field, before, after)).toBe(said)
})

test('a value is one short line', () => {
  expect(sayValue('a\n  b')).toBe('a b')
  expect(sayValue('x'.repeat(80))).toHaveLength(60)
  expect(sayValue(null)).toBe('(nothing)')
})
