import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { cut, table, wrap } from '../../../src/doors/terminal/table.ts'

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
  expect(cut(`  ${'notes '.repeat(200_000)}`, 12)).toBe('notes notes…')
  expect(cut('会社会社会社', 8)).toBe('会社会…')
  expect(cut(`a${' '.repeat(500)}b`, 10)).toBe('a…')
})

test('prose gives way where the terminal ends, names and figures do not', () => {
  const rows = [{ slug: 'acme/renewal', step: 'Answer the security questions of the plant in Ohio' }]
  const columns = [
    { heading: 'deal', cell: ({ slug }: (typeof rows)[0]) => slug },
    { heading: 'next step', prose: true, cell: ({ step }: (typeof rows)[0]) => step },
  ]
  const shown = stripVTControlCharacters(table(rows, columns, 40)).split('\n')
  expect(shown[1]).toBe('acme/renewal  Answer the security quest…')
  expect(stripVTControlCharacters(table(rows, columns, 20))).toContain('acme/renewal  Answer the…')
})

test('a column that can be spared is left out before prose becomes unreadable, the last first', () => {
  const rows = [
    { slug: 'acme', name: 'Acme Robotics of Chicago and Peoria', type: 'prospect', where: 'customers/acme/customer.md' },
  ]
  const columns = [
    { heading: 'customer', cell: ({ slug }: (typeof rows)[0]) => slug },
    { heading: 'name', prose: true, cell: ({ name }: (typeof rows)[0]) => name },
    { heading: 'type', spare: true, cell: ({ type }: (typeof rows)[0]) => type },
    { heading: 'where', spare: true, cell: ({ where }: (typeof rows)[0]) => where },
  ]
  const headings = (width: number) =>
    stripVTControlCharacters(table(rows, columns, width))
      .split('\n')[0]!
      .split(/ +/)
  expect(headings(80)).toEqual(['customer', 'name', 'type', 'where'])
  expect(headings(60)).toEqual(['customer', 'name', 'type'])
  expect(headings(40)).toEqual(['customer', 'name'])
})

test('running text is broken between words', () => {
  expect(wrap('one two  three\nfour', 9)).toBe('one two\nthree\nfour')
  expect(wrap('averylongword a', 5)).toBe('averylongword\na')
})
