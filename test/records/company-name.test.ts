import fc from 'fast-check'
import { expect, test } from 'vitest'
import { companyKey } from '../../src/records/company-name.ts'

test.each([
  ['acme', 'Acme', 'ACME, Inc.', 'Acme Incorporated', 'The Acme Company', 'Acme Corp., Inc.', 'acme  pty ltd', 'Acme L.L.C.'],
  ['muller', 'Müller GmbH & Co. KG', 'Muller', 'MÜLLER GMBH', 'Muller mbH', 'Müller und Co. KG'],
  [
    'foo',
    'Foo S.A.',
    'Foo SpA',
    'Foo S. de R.L. de C.V.',
    'Foo S.A. de C.V.',
    'Foo Sp. z o.o.',
    'Foo A/S',
    'Foo e.V.',
    'PT Foo Tbk',
  ],
  ['johnsonandjohnson', 'Johnson & Johnson', 'Johnson and Johnson'],
  ['openai', 'Open AI', 'Open-AI', 'OpenAI'],
  ['トヨタ', '株式会社トヨタ', 'トヨタ株式会社', '(株)トヨタ', 'トヨタ'],
  ['strasse', 'Straße', 'STRASSE'],
  ['usa', 'U.S.A. Corp', 'USA'],
  ['macys', "Macy's", 'Macy’s'],
])('%s is what its spellings have in common', (key, ...names) => {
  expect(names.map(companyKey)).toEqual(names.map(() => key))
})

test.each([
  ['Bulk Account #1', 'Bulk Account #7'],
  ['24 7 Media', '247 Media'],
  ['ガス', 'カス'],
  ['Canal+', 'Canal'],
  ['Foo EV', 'Foo'],
  ['Acme Holdings', 'Acme'],
  ['Acme UK Ltd', 'Acme Ltd'],
])('%s is not %s', (one, other) => expect(companyKey(one)).not.toBe(companyKey(other)))

test.each([
  ['The Limited', 'limited'],
  ['AG', 'ag'],
  ['The Co', 'co'],
  ['The The', 'the'],
  [' !!! ', '!!!'],
  ['', ''],
])('of %j something is left: %j', (name, key) => expect(companyKey(name)).toBe(key))

test('only an empty name has an empty key', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      expect(companyKey(name) === '').toBe(name.trim() === '')
    }),
  ))

test('any word keeps its key under a legal form', () =>
  fc.assert(
    fc.property(
      fc.stringMatching(/^[b-z]{6,12}$/),
      fc.constantFrom('Inc.', 'GmbH', 'S.A.', '& Co. KG', 'Pty Ltd', 'AB'),
      (word, form) => {
        expect(companyKey(`The ${word.toUpperCase()} ${form}`)).toBe(word)
      },
    ),
  ))
