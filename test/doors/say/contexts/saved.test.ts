import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { sayFresh, sayRefreshed, sheetOfStale } from '../../../../src/doors/say/contexts/saved.ts'
import { sayAs } from '../../../../src/doors/say/lists/formats.ts'

const path = 'customers/acme/documents/context/compact.md'
const causes = [
  { cause: 'new' as const, said: '1 new activity: a.md', paths: ['a.md'] },
  { cause: 'program' as const, said: 'another version of the program made it' },
]
const stale = [
  { customer: 'acme', tier: 'compact', path, made: '2026-11-18', causes },
  { customer: 'globex', tier: 'compact', path: path.replace('md', 'xml'), made: null, causes: causes.slice(1) },
]

test('stale contexts, for people and for programs', () => {
  const say = (format: 'table' | 'csv' | 'ids') =>
    stripVTControlCharacters(sayAs(format, sheetOfStale({ stale, today: '2026-11-20' })))
  expect(say('table')).toBe(
    [
      'customer  size         made        why it is stale',
      'acme      compact      Wed 18 Nov  1 new activity: a.md; another version of the program made it',
      'globex    compact.xml              another version of the program made it',
    ].join('\n'),
  )
  expect(say('csv').split('\n')[1]).toBe(
    `acme,compact,2026-11-18,${path},1 new activity: a.md; another version of the program made it`,
  )
  expect(say('ids')).toBe('acme\nglobex')
})

test.each([
  [0, 0, 'No context is saved. dossier customer context acme --save writes one.'],
  [0, 1, 'The saved context is still true.'],
  [0, 2, 'All 2 saved contexts are still true.'],
  [1, 0, 'dossier context refresh makes the stale anew.'],
  [1, 2, '2 saved contexts still true; dossier context refresh makes the stale anew.'],
])('%i stale, %i fresh', (some, fresh, said) => {
  expect(sayFresh({ stale: Array.from({ length: some }), fresh })).toBe(said)
})

test('what became of each', () => {
  const one = { customer: 'acme', tier: 'compact', path, causes }
  const said = sayRefreshed([
    { ...one, became: 'new text' },
    { ...one, became: 'same text' },
    { ...one, became: 'to be made' },
    { ...one, became: 'not made', because: 'There is no tier "x".' },
  ])
  const why = '1 new activity: a.md; another version of the program made it'
  expect(stripVTControlCharacters(said).split('\n')).toEqual([
    `made anew  ${path}  ${why}`,
    `made anew, reads as before  ${path}  ${why}`,
    `would be made anew  ${path}  ${why}`,
    `not made  ${path}  There is no tier "x".`,
  ])
})
