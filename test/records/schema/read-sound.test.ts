import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TeamFields } from '../../../src/records/kinds/fields.ts'
import { readRecord } from '../../../src/records/schema/read-record.ts'
import { readSoundly } from '../../../src/records/schema/read-sound.ts'

const path = 'customers/acme/deals/pilot.md'

/** Whether the quick way read it: only then are places left for later. */
const isQuick = (record: object) => Object.getOwnPropertyDescriptor(record, 'sheet')?.get !== undefined

const said = (record: ReturnType<typeof readRecord>) => ({ ...record, sheet: record.sheet.data })

const whole = `---
name: Öl & Gas – Phase 2
owner: ada
amount: 12500.50
currency: EUR
stage: discovery
close_date: 2026-12-01
opened: 2026-11-02
next_step: "Call Jo: budget"
people: [{contact: jo-park, role: champion}]
tags: [a, 'b c']
meddpicc:
  champion: Jo
  metrics: {text: 5 % less, on: 2026-11-02}
external: {hubspot: "123"}
---
Notes of the deal.
`

test('a sound record is read the quick way, and is what the strict way reads', () => {
  const quick = readSoundly('deal', path, whole)
  expect(isQuick(quick)).toBe(true)
  expect(said(quick)).toEqual(said(readRecord('deal', path, whole)))
})

describe('what is out of the ordinary is read the strict way', () => {
  test.each([
    ['an anchor', 'name: &a Pilot\n'],
    ['a tag', 'name: !!str 5\n'],
    ['a block', 'name: |\n  Pilot\n'],
    ['a leading zero', 'name: Pilot\namount: 010\n'],
    ['a wide number', 'name: Pilot\namount: 12345678901234567890\n'],
    ['an exponent', 'name: Pilot\namount: 1e3\n'],
    ['a key twice', 'name: Pilot\nname: Pilot\n'],
    ['a typo', 'name: Pilot\namuont: 5\n'],
    ['a value of the wrong type', 'name: Pilot\namount: much\n'],
    ['a stub', 'redirect: ../../globex/deals/pilot.md\n'],
    ['a tab', 'name: Pilot\t# said\n'],
    ['a merge key', 'base: {a: 1}\n<<: {a: 2}\nname: Pilot\n'],
    ['a required field that is missing', 'name: Pilot\n'],
  ])('%s', (_, yaml) => {
    const team = { deal: { tier: { type: 'text', required: 'always' } } } as unknown as TeamFields
    const text = `---\n${yaml}---\n`
    expect(isQuick(readSoundly('deal', path, text, team))).toBe(false)
    expect(said(readSoundly('deal', path, text, team))).toEqual(said(readRecord('deal', path, text, team)))
  })

  test.each([
    ['a file without front matter', 'Notes\n'],
    ['one with Windows line ends', whole.replaceAll('\n', '\r\n')],
    ['one with a byte order mark', `\uFEFF${whole}`],
    ['one that git left both sides of a merge in', `${whole}<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n`],
    ['one whose front matter is not closed', whole.replace(/\n---\nNotes.*\n/, '\n')],
  ])('%s', (_, text) => {
    expect(isQuick(readSoundly('deal', path, text))).toBe(false)
    expect(said(readSoundly('deal', path, text))).toEqual(said(readRecord('deal', path, text)))
  })
})

const bits =
  ' |\n|\t|:|: |- |&a|*a|!|!!str |>|"|\'|#| #|{|}|[|]|,|~|null|Null|true|0|01|0x1|1e3|1_0|.5|1.|+1|-1|é|😀|<<: |? |...|---|%|@|`|-0|\u00a0|\ufeff|a: b'.split(
    '|',
  )
const mutation = fc.record({ at: fc.nat(whole.indexOf('\n---\n') + 5), cut: fc.nat(6), put: fc.constantFrom(...bits) })

test('whatever is changed in a record, both ways read the same', () => {
  fc.assert(
    fc.property(fc.array(mutation, { maxLength: 4 }), (mutations) => {
      const text = mutations.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), whole)
      expect(said(readSoundly('deal', path, text))).toEqual(said(readRecord('deal', path, text)))
    }),
    { numRuns: 1_000 },
  )
}, 60_000)
