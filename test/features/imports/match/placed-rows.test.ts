import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberTexts } from '../../../../src/features/imports/match/number-texts.ts'
import { placeRows } from '../../../../src/features/imports/match/placed-rows.ts'
import { shelveTexts } from '../../../../src/features/imports/match/shelve-texts.ts'

test('numbers of texts are those of a Map', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.nat(2 ** 31)), { maxLength: 200 }), (entries) => {
      const [numbers, map] = [numberTexts(), new Map(entries)]
      for (const [text, value] of entries) numbers.set(text, value)
      for (const [text, value] of map) expect(numbers.get(text)).toBe(value)
      expect(numbers.get('none of them \0')).toBeUndefined()
    }),
  )
  const many = numberTexts()
  for (let n = 0; n < 20_000; n++) many.set(`row ${n}`, n)
  for (let n = 0; n < 20_000; n++) if (many.get(`row ${n}`) !== n) expect(n).toBe(many.get(`row ${n}`))
})

test('texts come back as they were, across shelves', () => {
  const texts = Array.from({ length: 3_000 }, (_, n) => `${n} ${'ä€😀'.repeat(n % 300)}`)
  const shelved = shelveTexts()
  const numbers = texts.map((text) => shelved.add(text))
  expect(numbers.map((number) => shelved.at(number))).toEqual(texts)
})

test('a row is found by its id, and by its address where nobody else of that system has it', () => {
  const rows = placeRows()
  rows.put('contact', 'customers/acme/contacts/jo.md', { ids: [['zoho', '1']], emails: ['Jo@acme.com'] })
  const by = (system: string, id: string, email = 'jo@ACME.com') => rows.find('contact', { ids: [[system, id]], emails: [email] })
  expect(by('zoho', '1', 'other@acme.com')).toBe('customers/acme/contacts/jo.md')
  expect(by('zoho', '2')).toBeUndefined()
  expect(by('zoho_lead', '2')).toBe('customers/acme/contacts/jo.md')
  expect(rows.find('deal', { ids: [['zoho', '1']], emails: [] })).toBeUndefined()
})
