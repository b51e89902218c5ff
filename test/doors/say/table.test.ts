import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { cut, table } from '../../../src/doors/say/table.ts'

test('columns stand under their headings, figures to the right, empty columns left out, wide letters counted as wide', () => {
  const rows = [
    { name: '東京電力', amount: '€5', none: '' },
    { name: 'Acme', amount: '€24,000', none: '' },
  ]
  const shown = table(rows, [
    { heading: 'name', cell: ({ name }) => name },
    { heading: 'none', cell: ({ none }) => none },
    { heading: 'amount', cell: ({ amount }) => amount, right: true },
  ])
  expect(stripVTControlCharacters(shown).split('\n')).toEqual(['name       amount', '東京電力       €5', 'Acme      €24,000'])
})

test('prose is cut to a width, on one line', () => {
  expect(cut('a  b\nc', 10)).toBe('a b c')
  expect(cut('one two three', 8)).toBe('one two…')
})
