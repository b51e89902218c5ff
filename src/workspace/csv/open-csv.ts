import { createReadStream } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { Failure } from '../../failure.ts'
import type { CsvBad, CsvRow, Separator } from '../../records/csv/csv-row.ts'
import { separators } from '../../records/csv/csv-row.ts'
import { type Encoding, sayEncoding } from '../../records/csv/find-encoding.ts'
import { declaredSeparator, findSeparator } from '../../records/csv/find-separator.ts'
import { lineEnds } from '../../records/csv/line-ends.ts'
import { nameFormat } from '../../records/csv/name-format.ts'
import { nameHeadings } from '../../records/csv/name-headings.ts'
import { decideEncoding } from './decide-encoding.ts'
import { decodeChunks } from './decode-chunks.ts'
import { readHead } from './read-head.ts'
import { readRecords } from './read-records.ts'

const mostColumns = 2000
const rowsAtOnce = 500
const chunkSize = 2 ** 16

/** A CSV file that was looked at and can be read. */
export type Csv = {
  /** As the user typed it. */
  file: string
  /** Where it really is, whatever it was called. */
  path: string
  /** In words: `UTF-8 with a byte-order mark`. */
  encoding: string
  separator: Separator
  /** How the first rows end. */
  lineEnds: 'LF' | 'CRLF' | 'CR' | 'mixed'
  headings: string[]
  headingLine: number
  notes: { line: number; message: string }[]
  /** Reads the file anew at each call, some hundred rows at a time. */
  rows(): AsyncIterable<(CsvRow | CsvBad)[]>
}

type How = { cwd?: string; separator?: string; encoding?: string }

/** Finds out how a CSV file is written and what its headings are; throws a Failure when it is none. */
export async function openCsv(file: string, { cwd = '.', separator: asked, encoding: askedEncoding }: How = {}): Promise<Csv> {
  const { path, head, whole } = await readHead(file, cwd)
  const { encoding, mark, brokenAt } = await decideEncoding(file, path, head, askedEncoding)
  const sample = await decodeSample(head, encoding, mark, whole)
  const format = nameFormat(sample)
  if (format) throw new Failure(`${file} is ${format.what}, not CSV.`, { hint: format.hint, exitCode: 2, path: file })
  const declared = declaredSeparator(sample)
  const separator = chooseSeparator(
    asked ?? declared,
    declared === undefined ? sample : sample.replace(/^.*(\r\n|\r|\n)?/, ''),
    whole,
  )
  const read = (width?: number) =>
    readRecords(decodeChunks(createReadStream(path, { highWaterMark: chunkSize }), encoding, mark), separator, width)
  const { line: headingLine, cells } = await readHeadings(file, read(), declared !== undefined)
  const { headings, told } = nameHeadings(cells)
  const notes = told.map((message) => ({ line: headingLine, message }))
  if (brokenAt !== undefined) notes.push({ line: brokenAt, message: 'bytes that are no UTF-8 are read as �' })
  return {
    file,
    path: await realpath(path),
    encoding: sayEncoding(encoding, mark),
    separator,
    lineEnds: lineEnds(sample),
    headings,
    headingLine,
    notes,
    rows: () => rowsAfter(read(headings.length), headingLine),
  }
}

const decodeSample = async (head: Buffer, encoding: Encoding, mark: number, whole: boolean) => {
  const parts: Buffer[] = []
  async function* once() {
    yield head
  }
  for await (const part of decodeChunks(once(), encoding, mark)) parts.push(part)
  const text = Buffer.concat(parts).toString()
  // The last line may be cut in two.
  return whole ? text : text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1 || text.length)
}

const chooseSeparator = (said: string | undefined, sample: string, whole: boolean): Separator => {
  if (!said) return findSeparator(sample, whole)
  const known = separators.find((each) => each === said)
  if (!known) throw new Failure(`"${said}" cannot stand between cells.`, { hint: 'choose , ; | or a tab', exitCode: 2 })
  return known
}

const readHeadings = async (file: string, batches: AsyncIterable<(CsvRow | CsvBad)[]>, afterFirst: boolean): Promise<CsvRow> => {
  for await (const batch of batches) {
    const row = batch.find(({ line }) => !afterFirst || line > 1)
    if (!row) continue
    const place = { path: file, line: row.line, exitCode: 2 }
    if ('reason' in row)
      throw new Failure(`${file}:${row.line} has no headings that can be read: ${row.reason}.`, {
        ...place,
        hint: `it begins ${JSON.stringify(row.raw.slice(0, 60))}`,
      })
    if (row.cells.length > mostColumns) {
      throw new Failure(
        `${file}:${row.line} has ${group(row.cells.length)} columns; the most that are read is ${group(mostColumns)}.`,
        { ...place, hint: 'export fewer columns' },
      )
    }
    return row
  }
  throw new Failure(`${file} is empty.`, { hint: 'export it again; the first line holds the headings', exitCode: 2, path: file })
}

const group = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

async function* rowsAfter(batches: AsyncIterable<(CsvRow | CsvBad)[]>, headingLine: number) {
  for await (const batch of batches) {
    const after = batch[0]!.line <= headingLine ? batch.filter(({ line }) => line > headingLine) : batch
    for (let at = 0; at < after.length; at += rowsAtOnce) yield after.slice(at, at + rowsAtOnce)
  }
}
