import { describe, expect, test } from 'vitest'
import { countCells } from '../../../src/records/csv/count-cells.ts'
import { csvText } from '../../../src/records/csv/csv-text.ts'
import { findEncoding } from '../../../src/records/csv/find-encoding.ts'
import { fitRow } from '../../../src/records/csv/fit-row.ts'
import { nameHeadings } from '../../../src/records/csv/name-headings.ts'
import { hasStrayQuote } from '../../../src/records/csv/stray-quote.ts'
import { fromWindows1252 } from '../../../src/records/csv/windows-1252.ts'

test.each<[rows: string[][], separator: string | undefined, text: string]>([
  [[['a', 'b']], undefined, 'a,b\n'],
  [[['a,b', 'c;d']], undefined, '"a,b",c;d\n'],
  [[['a,b', 'c;d']], ';', 'a,b;"c;d"\n'],
  [[['5" pipe', 'x\ny', 'p\rq']], undefined, '"5"" pipe","x\ny","p\rq"\n'],
  [[[' led', 'trailed ']], undefined, '" led","trailed "\n'],
  [[['', '']], undefined, ',\n'],
  [[['']], undefined, '""\n'],
  [[], undefined, ''],
])('%j as CSV', (rows, separator, text) => {
  expect(csvText(rows, separator)).toBe(text)
})

test.each<[cells: string[], headings: string[], told: string[]]>([
  [[' Name ', 'City'], ['Name', 'City'], []],
  [
    ['Name', '', ' '],
    ['Name', 'column 2', 'column 3'],
    ['column 2 has no heading; it is read as "column 2"', 'column 3 has no heading; it is read as "column 3"'],
  ],
  [
    ['Name', 'Name', 'Name '],
    ['Name', 'Name (2)', 'Name (3)'],
    [
      'the heading "Name" comes more than once; column 2 is read as "Name (2)"',
      'the heading "Name" comes more than once; column 3 is read as "Name (3)"',
    ],
  ],
  [
    ['Name', 'Name', 'Name (2)'],
    ['Name', 'Name (3)', 'Name (2)'],
    ['the heading "Name" comes more than once; column 2 is read as "Name (3)"'],
  ],
  [['column 2', ''], ['column 2', 'column 2 (2)'], ['column 2 has no heading; it is read as "column 2 (2)"']],
])('headings %j', (cells, headings, told) => {
  expect(nameHeadings(cells)).toEqual({ headings, told })
})

test.each<[cells: string[], fit: unknown]>([
  [['a', 'b', 'c'], { cells: ['a', 'b', 'c'] }],
  [['a'], { cells: ['a', '', ''], short: 1 }],
  [['a', 'b', 'c', '', ' '], { cells: ['a', 'b', 'c'] }],
  [['a', 'b', 'c', '', 'd'], { reason: '5 cells, the headings are 3' }],
  [['', ' ', ''], undefined],
  [['', '', '', '', ''], undefined],
])('a row of %j under three headings', (cells, fit) => {
  expect(fitRow(cells, 3)).toEqual(fit)
})

test.each<[text: string, counts: number[]]>([
  ['a,b\n1,2,3\r\n\n4\r5,6', [2, 3, 1, 2]],
  ['"a,b","c\nd"\n', [2]],
  ['"a""b,c",d', [2]],
  ['5" x,y\n', [2]],
  ['"open,x\ny,z', [1]],
])('cells of %j', (text, counts) => {
  expect(countCells(text, ',').map(({ cells }) => cells)).toEqual(counts)
})

describe('a stray quote', () => {
  test.each<[found: boolean, cells: string[], raw: string]>([
    [true, ['1', '"oops,x\n2,"n, m"', 'x'], '1,"oops,x\n2,"n, m",x\n'],
    [false, ['1', '"hi"\nthere', 'x'], '1,"""hi""\nthere",x\n'],
    [true, ['1', 'oops,x,y\n2,b,c\n3,d'], '1,"oops,x,y\n2,b,c\n3,d"\n'],
    [false, ['1', 'x\ny'], '1,"x\ny"\n'],
  ])('%s: %j', (found, cells, raw) => {
    expect(hasStrayQuote(cells, () => raw, ',', 3)).toBe(found)
  })
})

describe('encodings shown by marks or NULs', () => {
  const be = (text: string) => Buffer.from(text, 'utf16le').swap16()
  test.each<[what: string, head: Uint8Array, encoding: string | undefined]>([
    ['nothing', Buffer.from('a,b\n'), undefined],
    ['an empty file', Buffer.from(''), undefined],
    ['UTF-16LE', Buffer.from('a,b\n', 'utf16le'), 'utf-16le'],
    ['UTF-16BE', be('a,b\n'), 'utf-16be'],
    ['UTF-16LE of few ASCII letters', Buffer.from('顧客,一一一一\n日本,一二三\n', 'utf16le'), 'utf-16le'],
    ['UTF-16BE of few ASCII letters', be('顧客,名前名前\n日本,四二三\n'), 'utf-16be'],
    ['a letter cut in two', Buffer.from('a,😀', 'utf16le').subarray(0, -2), 'utf-16le'],
    ['a NUL in UTF-8', Buffer.from('name,city\nAda,Lon\0don\n'), undefined],
    ['binary data', Buffer.from([1, 0, 0, 0, 2, 0, 0, 0]), undefined],
  ])('%s', (_, head, encoding) => {
    expect(findEncoding(head)?.encoding).toBe(encoding)
  })

  test('Windows-1252 is Latin-1 but for 32 letters', () => {
    const all = Buffer.from(Array.from({ length: 256 }, (_, at) => at))
    const text = fromWindows1252(all.toString('latin1'))
    expect(text.slice(0x80, 0xa0)).toBe('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ')
    expect(text.slice(0, 0x80) + text.slice(0xa0)).toBe(all.toString('latin1', 0, 0x80) + all.toString('latin1', 0xa0))
  })
})
