import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CsvBad, CsvRow } from '../../../src/records/csv/csv-row.ts'
import { csvText } from '../../../src/records/csv/csv-text.ts'
import { openCsv } from '../../../src/workspace/csv/open-csv.ts'
import { folder } from '../../helpers/workspace.ts'
import { anyCsv } from './any-csv.ts'

type How = Parameters<typeof openCsv>[1]

const readAll = async (batches: AsyncIterable<(CsvRow | CsvBad)[]>) => (await Array.fromAsync(batches)).flat()

const put = (bytes: string | Uint8Array) => {
  const root = folder()
  writeFileSync(join(root, 'deals.csv'), bytes)
  return root
}

const open = (bytes: string | Uint8Array, how: How = {}) => openCsv('deals.csv', { cwd: put(bytes), ...how })

const read = async (bytes: string | Uint8Array, how: How = {}) => {
  const csv = await open(bytes, how)
  return { ...csv, read: await readAll(csv.rows()) }
}

const cellsOf = async (bytes: string | Uint8Array, how: How = {}) =>
  (await read(bytes, how)).read.map((row) => ('cells' in row ? row.cells : row.reason))

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

test('any CSV reads back the same rows, at the same lines', async () => {
  const root = folder()
  const path = join(root, 'any.csv')
  const counts = new Map<string, number>()
  let runs = 0
  await fc.assert(
    fc.asyncProperty(anyCsv, async (written) => {
      writeFileSync(path, written.bytes)
      const csv = await openCsv('any.csv', { cwd: root })
      const rows = await readAll(csv.rows())
      expect({ headings: csv.headings, rows }).toEqual({
        headings: written.headings,
        rows: written.rows.map((cells, at) => ({ line: written.lines[at], cells })),
      })
      if (written.headings.length > 1) expect(csv.separator).toBe(written.separator)
      if (written.encoding.startsWith('UTF')) expect(csv.encoding).toBe(written.encoding.replace(' without a mark', ''))
      if (written.ends !== 'mixed' && written.rows.length > 0) expect(csv.lineEnds).toBe(written.ends)
      runs += 1
      for (const feature of written.features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
    }),
    { numRuns: 1500 },
  )
  console.log(
    `${runs} files: ${[...counts]
      .map(([feature, count]) => `${feature} ${count}`)
      .sort()
      .join(', ')}`,
  )
  expect(runs).toBeGreaterThanOrEqual(1500)
  expect(counts.size).toBeGreaterThanOrEqual(26)
  expect(Math.min(...counts.values())).toBeGreaterThan(20)
}, 60_000)

test('what we write reads back the same', async () => {
  const root = folder()
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', ';', '\n', '\r', 'é', '😀', '') })
  const anyRows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }).filter((row) => row.some((each) => each.trim() !== '')))
  await fc.assert(
    fc.asyncProperty(anyRows, async (wanted) => {
      writeFileSync(join(root, 'ours.csv'), csvText([['one', 'two'], ...wanted]))
      const csv = await openCsv('ours.csv', { cwd: root })
      expect((await readAll(csv.rows())).map((row) => 'cells' in row && row.cells)).toEqual(wanted)
    }),
    { numRuns: 300 },
  )
}, 60_000)

describe('how a file is written is found out', () => {
  test.each<[what: string, bytes: string | Uint8Array, encoding: string, name: string]>([
    ['plain ASCII', 'Name,City\nAda,London\n', 'UTF-8', 'Ada'],
    ['UTF-8', 'Name,City\nZoë,Köln\n', 'UTF-8', 'Zoë'],
    ['a mark', '\uFEFFName,City\nZoë,Köln\n', 'UTF-8 with a byte-order mark', 'Zoë'],
    ['UTF-16LE', Buffer.from('\uFEFFName,City\n日本,東京\n', 'utf16le'), 'UTF-16LE', '日本'],
    ['UTF-16BE', utf16be('\uFEFFName,City\n日本,東京\n'), 'UTF-16BE', '日本'],
    ['UTF-16LE without a mark', Buffer.from('Name,City\n日本,東京\n', 'utf16le'), 'UTF-16LE', '日本'],
    ['UTF-16BE without a mark', utf16be('Name,City\n日本,東京\n'), 'UTF-16BE', '日本'],
    ['Latin-1', Buffer.from('Name,City\nZoë,Köln\n', 'latin1'), 'Windows-1252', 'Zoë'],
    ['Windows-1252', Buffer.from('Name,City\n\x93Zo\xEB\x94 \x80,K\n', 'latin1'), 'Windows-1252', '“Zoë” €'],
    ['one Latin-1 letter as the last byte', Buffer.from('Name,City\nAda,Caf\xE9', 'latin1'), 'Windows-1252', 'Ada'],
  ])('%s', async (_, bytes, encoding, name) => {
    const csv = await read(bytes)
    expect(csv.encoding).toBe(encoding)
    expect(csv.headings).toEqual(['Name', 'City'])
    expect(csv.read[0]).toMatchObject({ line: 2, cells: [name, expect.any(String)] })
  })

  test('the whole file decides about the encoding, however late the letter comes', async () => {
    const late = Buffer.concat([Buffer.from(`Name,City\n${'Ada,London\n'.repeat(60_000)}`), Buffer.from('Zoë,Köln\n', 'latin1')])
    const csv = await read(late)
    expect(csv.encoding).toBe('Windows-1252')
    expect(csv.read.at(-1)).toEqual({ line: 60_002, cells: ['Zoë', 'Köln'] })
  })

  test('a letter may straddle two chunks', async () => {
    for (const lead of [0, 1, 2, 3]) {
      const csv = await read(`Name,City\n${'x'.repeat(lead)}${'😀日é,b\n'.repeat(30_000)}`)
      expect(csv.encoding).toBe('UTF-8')
      expect(csv.read.slice(1).every((row) => 'cells' in row && row.cells[0] === '😀日é')).toBe(true)
    }
  })

  test('bytes that are no UTF-8 after a mark that says so are told, with their line', async () => {
    const csv = await read(Buffer.concat([Buffer.from('\uFEFFName,City\nAda,London\n'), Buffer.from('Zoë,Köln\n', 'latin1')]))
    expect(csv.notes).toEqual([{ line: 3, message: 'bytes that are no UTF-8 are read as �' }])
    expect(csv.read).toHaveLength(2)
    const late = Buffer.concat([
      Buffer.from(`\uFEFFName\n${'日本\n'.repeat(100_000)}`),
      Buffer.from('Zoë\n', 'latin1'),
      Buffer.from('Zoë\n'),
    ])
    expect((await open(late)).notes).toMatchObject([{ line: 100_002 }])
  })

  test('what the user says wins', async () => {
    expect(await cellsOf('a,b;c\n1,2;3\n', { separator: ',' })).toEqual([['1', '2;3']])
    const csv = await read('Name,City\nZoë,Köln\n', { encoding: 'windows-1252' })
    expect(csv).toMatchObject({ encoding: 'Windows-1252', read: [{ cells: ['ZoÃ«', 'KÃ¶ln'] }] })
  })

  test.each([
    ['LF', 'a,b\n1,"x\r\ny"\n'],
    ['CRLF', 'a,b\r\n1,"x\ny"\r\n'],
    ['CR', 'a,b\r1,2\r'],
    ['mixed', 'a,b\r\n1,2\n'],
    ['LF', 'a,b'],
  ])('lines end in %s', async (ends, text) => {
    expect((await open(text)).lineEnds).toBe(ends)
  })
})

describe('rows', () => {
  test('headings only are a file without rows', async () => {
    for (const text of ['a,b\n', 'a,b', 'a,b\r\n\r\n,\r\n']) expect(await cellsOf(text)).toEqual([])
  })

  test('blank lines and rows of empty cells are passed over, and count as lines', async () => {
    const csv = await read('\n\na,b\n\n,\n1,2\n" ",\n3,4\n')
    expect(csv.headingLine).toBe(3)
    expect(csv.read).toEqual([
      { line: 6, cells: ['1', '2'] },
      { line: 8, cells: ['3', '4'] },
    ])
  })

  test('lines are those of the file, with newlines in cells, ends of all kinds and blank lines', async () => {
    const csv = await read('a,b\r\n1,"x\r\ny\r\nz"\r\n2,"\n\n"\n\n3,"p\rq"\r4,"r\n\rs"\n"5\n","6\n"\n7,8')
    expect(csv.read.map(({ line }) => line)).toEqual([2, 5, 9, 11, 14, 17])
  })

  test('cells are as written: no trimming, no guessing, no formulas', async () => {
    expect(await cellsOf('a,b,c\n 1 ,"  x ",=SUM(A1)\n007,1e5,TRUE\n')).toEqual([
      [' 1 ', '  x ', '=SUM(A1)'],
      ['007', '1e5', 'TRUE'],
    ])
  })

  test.each([
    ['5" pipe,x', ['5" pipe', 'x']],
    ['say "hi",x', ['say "hi"', 'x']],
    ['"Acme" Ltd,x', ['"Acme" Ltd', 'x']],
    ['"Acme, Inc" Ltd,x', ['"Acme, Inc" Ltd', 'x']],
    [' "a",x', [' "a"', 'x']],
    ['"a" ,x', ['"a" ', 'x']],
    ['"",""""', ['', '"']],
    ['"""hi""\nthere",x', ['"hi"\nthere', 'x']],
  ])('sloppy quotes are read as written: %s', async (row, cells) => {
    expect(await cellsOf(`a,b\n${row}\nlast,row\n`)).toEqual([cells, ['last', 'row']])
  })

  test('rows with too few cells are filled up and say so, rows with too many are told unless those are empty', async () => {
    const csv = await read('a,b,c\n1\n1,2,3,,\n1,2,3,,5\n"x\ny",2\n')
    expect(csv.read).toEqual([
      { line: 2, cells: ['1', '', ''], short: 1 },
      { line: 3, cells: ['1', '2', '3'] },
      { line: 4, reason: '5 cells, the headings are 3', raw: '1,2,3,,5' },
      { line: 5, cells: ['x\ny', '2', ''], short: 2 },
    ])
  })

  test('a row with a NUL byte is told, the rest is read', async () => {
    const csv = await read(`a,b\n${'1,2\n'.repeat(70_000)}x,\0\n3,4\n`)
    expect(csv.read.slice(-2)).toEqual([
      { line: 70_002, reason: 'a NUL byte, so this is no text', raw: 'x,\0' },
      { line: 70_003, cells: ['3', '4'] },
    ])
  })

  test('come anew at each call, in batches of at most 500', async () => {
    const csv = await open(`a,b\n${'1,2\n'.repeat(5000)}`)
    for (const _ of [1, 2]) {
      const batches = await Array.fromAsync(csv.rows())
      expect(batches.flat()).toHaveLength(5000)
      expect(batches.every(({ length }) => length > 0 && length <= 500)).toBe(true)
    }
  })

  test('whoever stops early leaves no file open', async () => {
    const csv = await open(`a,b\n${'1,2\n'.repeat(200_000)}`)
    for await (const batch of csv.rows()) {
      expect(batch[0]).toEqual({ line: 2, cells: ['1', '2'] })
      break
    }
  })

  test('a cell of 10 MB is read whole', async () => {
    const cell = 'a "long" line, of text\n'.repeat(450_000)
    const csv = await read(
      csvText([
        ['id', 'note'],
        ['1', cell],
        ['2', 'x'],
      ]),
    )
    expect(cell.length).toBeGreaterThan(10_000_000)
    expect(csv.read[0]).toMatchObject({ line: 2 })
    expect((csv.read[0] as CsvRow).cells[1] === cell).toBe(true)
    expect(csv.read[1]).toEqual({ line: 450_003, cells: ['2', 'x'] })
  }, 60_000)
})

describe('a quote that is never closed loses its line and no other', () => {
  const rows = (stray: string, plain: (at: number) => string) =>
    `id,name,note\n${Array.from({ length: 10_000 }, (_, at) => (at === 5000 ? stray : plain(at))).join('\n')}\n`

  test.each<[what: string, stray: string, plain: (at: number) => string]>([
    ['no other quotes', '5000,"oops,x', (at) => `${at},n,x`],
    ['quotes in every row', '5000,"oops,x', (at) => `${at},"n, m",x`],
    ['quotes at the end of every row', '5000,"oops,x', (at) => `${at},n,"x, y"`],
    ['empty quoted cells in every row', '5000,"oops,x', (at) => `${at},"","x"`],
    ['at the end of a line', '5000,n,"', (at) => `${at},n,"x, y"`],
    ['a doubled quote at the end', '5000,n,"oops""', (at) => `${at},n,"x, y"`],
  ])('%s', async (_, stray, plain) => {
    const csv = await read(rows(stray, plain))
    expect(csv.read.filter((row) => 'reason' in row)).toEqual([
      { line: 5002, reason: 'a quote is opened and never closed', raw: stray },
    ])
    expect(csv.read).toHaveLength(10_000)
    expect(csv.read.at(-1)).toMatchObject({ line: 10_001, cells: ['9999', expect.any(String), expect.any(String)] })
    expect(csv.read.every(({ line }, at) => line === at + 2)).toBe(true)
  })

  test('two of them that close one another', async () => {
    const csv = await read('id,name,note\n1,"oops,x\n2,n,x\n3,n,x"\n4,n,x\n')
    expect(csv.read).toMatchObject([
      { line: 2, raw: '1,"oops,x' },
      { line: 3, cells: ['2', 'n', 'x'] },
      { line: 4, cells: ['3', 'n', 'x"'] },
      { line: 5, cells: ['4', 'n', 'x'] },
    ])
  })

  test('one in each row', async () => {
    const csv = await read(`id,size\n${Array.from({ length: 2000 }, (_, at) => `${at},"5 inch`).join('\n')}`)
    expect(csv.read.map(({ line }) => line)).toEqual(Array.from({ length: 2000 }, (_, at) => at + 2))
  }, 60_000)

  test('at the very end of the file', async () => {
    expect(await cellsOf('a,b\n1,2\n3,"x')).toEqual([['1', '2'], 'a quote is opened and never closed'])
    expect(await cellsOf('a,b\n1,2\n3,"x\n\n4,5\n')).toEqual([['1', '2'], 'a quote is opened and never closed', ['4', '5']])
  })

  test('more than 32 MB before its end', async () => {
    const csv = await read(`a,b\n1,"oops\n${`2,${'x'.repeat(4000)}\n`.repeat(9000)}3,"fine"\n`)
    expect(csv.read).toHaveLength(9002)
    expect(csv.read[0]).toEqual({ line: 2, reason: 'a quote is opened and never closed', raw: '1,"oops' })
    expect(csv.read.at(-1)).toEqual({ line: 9003, cells: ['3', 'fine'] })
  }, 60_000)

  test('a line of more than 32 MB is given up, the next ones are read', async () => {
    const csv = await read(Buffer.from(`a,b\n1,2\n3,${'\xE9'.repeat(17 * 2 ** 20)}\n${'4,5\n'.repeat(20_000)}`, 'latin1'))
    expect(csv.read.slice(0, 3)).toMatchObject([
      { line: 2, cells: ['1', '2'] },
      { line: 3, reason: 'longer than 32 MB without a line end' },
      { line: 4, cells: ['4', '5'] },
    ])
    expect(csv.read).toHaveLength(20_002)
  }, 60_000)
})
