import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Separator } from '../../../src/records/csv/csv-row.ts'
import { findEncoding } from '../../../src/records/csv/find-encoding.ts'
import { decodeChunks } from '../../../src/workspace/csv/decode-chunks.ts'
import { readRecords } from '../../../src/workspace/csv/read-records.ts'
import { anyCsv } from './any-csv.ts'

async function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const read = async (
  bytes: Buffer,
  size: number,
  separator: Separator,
  { encoding, mark }: NonNullable<ReturnType<typeof findEncoding>>,
) => (await Array.fromAsync(readRecords(decodeChunks(pieces(bytes, size), encoding, mark), separator))).flat()

test('chunks may end anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(anyCsv, fc.integer({ min: 1, max: 7 }), async (written, size) => {
      const narrow = /Latin|Windows/.test(written.encoding) ? 'windows-1252' : 'utf-8'
      const how = findEncoding(written.bytes) ?? { encoding: narrow, mark: 0 }
      const rows = await read(written.bytes, size, written.separator as Separator, how)
      expect(rows.slice(1)).toEqual(written.rows.map((cells, at) => ({ line: written.lines[at], cells })))
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('a stray quote loses its line alone, wherever chunks end', async () => {
  const text = 'a,b,c\r\n1,"x\r\ny",z\r\n2,"oops,é\r\n3,"p, ""q""",日\r\n4,,\r\n5,"at the end'
  for (let size = 1; size < text.length; size += 1) {
    const chunks = decodeChunks(pieces(Buffer.from(text), size), 'utf-8', 0)
    expect((await Array.fromAsync(readRecords(chunks, ',', 3))).flat()).toEqual([
      { line: 1, cells: ['a', 'b', 'c'] },
      { line: 2, cells: ['1', 'x\r\ny', 'z'] },
      { line: 4, reason: 'a quote is opened and never closed', raw: '2,"oops,é' },
      { line: 5, cells: ['3', 'p, "q"', '日'] },
      { line: 6, cells: ['4', '', ''] },
      { line: 7, reason: 'a quote is opened and never closed', raw: '5,"at the end' },
    ])
  }
})
