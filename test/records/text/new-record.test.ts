import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type KindName, kinds } from '../../../src/records/kinds.ts'
import { newRecordText } from '../../../src/records/text/new-record.ts'
import { setField } from '../../../src/records/text/set-field.ts'
import { anyValue } from './any-front-matter.ts'

/** The same text as it comes about by setting one field after the other, each of which is read back. */
function setOneByOne(kind: KindName, values: Record<string, unknown>, body: string): string {
  const yaml = kinds[kind].format === 'yaml'
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const head = given.reduce(
    (text, [key, value]) => setField(yaml ? 'new.yaml' : 'new.md', text, [key], value),
    yaml ? '' : '---\n---\n',
  )
  return body ? `${head}\n${body.trimEnd()}\n` : head
}

const oddKeys = [
  'yes',
  'null',
  '2026',
  '1e3',
  '',
  ' ',
  'a: b',
  '# x',
  '- x',
  '---',
  'é',
  '"q"',
  'a\nb',
  '__proto__',
  '<<',
  '?',
  '*a',
]
const key = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('name', 'stage', 'external_ids', 'close-date', 'Owner') },
  fc.constantFrom(...oddKeys),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const special = fc.constantFrom<unknown>(
  undefined,
  new Date(0),
  -0,
  1e21,
  Number.MAX_SAFE_INTEGER,
  'a\n\n\n',
  '\n\na\n',
  '  a\nb',
  ' \n',
  `${'long words '.repeat(20)}end`,
  Array.from({ length: 40 }, (_, n) => `item ${n}`),
  { salesforce: '0061U000', empty: {}, none: [], deep: { lines: 'a\nb\n' } },
  { id: 'a: b', paid: false, none: null, when: { on: '2026-01-02', by: ['ada', 'no'] }, sum: -1.5 },
  [{ to: 'x', days: [1, 2] }, [[]]],
)
const values = fc
  .array(fc.tuple(key, fc.oneof({ weight: 3, arbitrary: anyValue }, special)), { maxLength: 8 })
  .map((entries) => Object.fromEntries(entries))

test('a new record is what setting its fields one by one makes of it', () => {
  const body = fc.constantFrom('', 'A note.\n\n', '---\nkey: value\n')
  fc.assert(
    fc.property(fc.constantFrom<KindName>('deal', 'person'), values, body, (kind, given, said) => {
      expect(newRecordText(kind, given, said)).toBe(setOneByOne(kind, given, said))
    }),
    { numRuns: 1_000 },
  )
})

test('fields come in their order, absent ones not at all, and the body after them', () => {
  const fields = { name: 'Acme: renewal', amount: 1200.5, owner: null, tags: ['a', 'b'], note: '', lost: undefined, paid: false }
  expect(newRecordText('deal', fields, 'Called.\n\n')).toBe(
    '---\nname: "Acme: renewal"\namount: 1200.5\ntags: [a, b]\npaid: false\n---\n\nCalled.\n',
  )
  expect(newRecordText('person', { name: 'Ada' })).toBe('name: Ada\n')
})

test('what no file can hold is refused', () => {
  expect(() => newRecordText('deal', { amount: Number.NaN })).toThrow(/cannot be written/)
  expect(() => newRecordText('deal', { ['k'.repeat(2_000)]: 'A key is no longer than 1,024 letters.' })).toThrow(
    /cannot be written/,
  )
})
