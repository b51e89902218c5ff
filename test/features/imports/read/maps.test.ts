import { expect, test } from 'vitest'
import { Failure } from '../../../../src/failure.ts'
import type { ImportMap } from '../../../../src/records/kinds/import-map.ts'
import { readRows } from './read-rows.ts'

const headings = ['Deal Name', 'Size', 'Colour', 'Signed']
const read = (map: ImportMap, cells = ['A', '22.7', 'red', '2021-04-15']) =>
  readRows(headings, [cells], { map: { kind: 'deal', ...map } })
const failing = (map: ImportMap): Failure => {
  try {
    read(map)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('it went through')
}

test('columns go where the map says', () => {
  const { drafts, to } = read({ columns: { Size: 'amount', Colour: '', Signed: 'close_date', 'Deal Name': 'company.name' } })
  expect(drafts[0]).toMatchObject({ fields: { amount: 22.7, close_date: '2021-04-15' }, company: { name: 'A' }, imported: {} })
  expect(to).toMatchObject({ Colour: 'left out', Size: 'amount' })
})

test('leave_out takes a column away', () => {
  expect(read({ leave_out: ['Colour'] }).drafts[0]!.imported).toEqual({ Size: '22.7', Signed: '2021-04-15' })
})

test('a column that the file does not have is told with the place and the nearest', () => {
  const { message, suggestions, exitCode, line } = failing({ columns: { Colours: 'source' } })
  expect({ message, suggestions, exitCode, line }).toEqual({
    message: 'map.yaml:7 names the column "Colours", which data.csv does not have.',
    suggestions: ['the nearest: "Colour"'],
    exitCode: 2,
    line: 7,
  })
})

test('a column of another file of the import is no mistake', () => {
  const map: ImportMap = { kind: 'deal', columns: { Elsewhere: 'source' }, values: { source: 'row.Elsewhere' } }
  expect(readRows(headings, [['A', '', '', '']], { map, elsewhere: ['Elsewhere'] }).drafts).toHaveLength(1)
})

test('a field there is not is told with the nearest', () => {
  expect(failing({ columns: { Size: 'amuont' } })).toMatchObject({
    exitCode: 2,
    suggestions: [expect.stringContaining('amount')],
  })
})

test('values are computed from the row', () => {
  const { drafts } = read({
    values: {
      amount: 'double(row["Size"]) * 1000.0',
      source: 'row.Colour.upperAscii() + "!"',
      close_date: 'row["Signed"]',
      'company.name': '"Acme"',
      tags: '[row.Colour, "b"]',
      type: '"renewal"',
    },
  })
  expect(drafts[0]).toMatchObject({
    fields: { name: 'A', amount: 22700, source: 'RED!', close_date: '2021-04-15', tags: ['red', 'b'], type: 'renewal' },
    company: { name: 'Acme' },
  })
})

test('a cell is text for a map even where it looks like a time, and an empty one is absent', () => {
  const values = { source: 'row.Signed.substring(0, 7)', amount: 'double(row.Size)' }
  const { drafts, notes } = read({ values }, ['A', '', '', '2021-04-15T10:00:00Z'])
  expect(drafts[0]!.fields).toEqual({ name: 'A', source: '2021-04' })
  expect(notes).toEqual([])
})

test('a value that goes wrong in a row is a note, and the column’s own stands', () => {
  const { drafts, notes } = read({ columns: { Size: 'amount' }, values: { amount: 'double(row.Colour)', type: 'row.Colour' } })
  expect(drafts[0]!.fields).toEqual({ name: 'A', amount: 22.7 })
  expect(notes).toEqual([
    { file: 'data.csv', line: 2, message: 'amount cannot be worked out: "red" is no number' },
    { file: 'data.csv', line: 2, message: expect.stringContaining('type comes out as "red"') as string },
  ])
})

test('a value that cannot be is told at its place', () => {
  expect(failing({ values: { amount: 'double(row["Sise"])' } })).toMatchObject({
    exitCode: 2,
    line: 7,
    message: expect.stringMatching(/^map\.yaml:7 values: amount: .*"Sise"/),
    suggestions: [expect.stringContaining('Size')],
  })
  expect(failing({ values: { amount: 'double(' } })).toMatchObject({ exitCode: 2, line: 7 })
})

test('keys for one file win over those for all', () => {
  const map = {
    system: 'a',
    columns: { Size: 'amount' },
    files: { 'other*.csv': { system: 'b' }, 'DA*.csv': { system: 'c', columns: { Size: 'source' } } },
  }
  const { system, drafts } = read(map)
  expect({ system, source: drafts[0]!.fields['source'] }).toEqual({ system: 'c', source: '22.7' })
})
