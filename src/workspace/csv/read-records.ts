import type { CsvBad, CsvRow, Separator } from '../../records/csv/csv-row.ts'
import { fitRow } from '../../records/csv/fit-row.ts'
import { hasStrayQuote } from '../../records/csv/stray-quote.ts'
import { keepBytes, lineLength } from './keep-bytes.ts'

// Three times a cell of 10 MB: whoever opens a quote and closes it no sooner forgot it. It bounds the memory, too.
const longestRow = 32 * 2 ** 20
// After a stray quote bytes are read again: by little first, or a file with one in each line would take hours.
const firstPiece = 1024
const largestPiece = 2 ** 16

/** Rows of CSV in UTF-8, made as wide as the headings once `width` is known; one array per chunk that ends a row. */
export async function* readRecords(
  chunks: AsyncIterable<Buffer>,
  separator: Separator,
  width?: number,
): AsyncGenerator<(CsvRow | CsvBad)[]> {
  const { parse } = await import('csv-parse')
  const kept = keepBytes()
  let rows: (CsvRow | CsvBad)[] = []
  let line = 1
  let linesSeen = 0
  let stray = false
  let skipping = false
  let binary = false

  const startParser = () => {
    linesSeen = 0
    const parser = parse({
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      // Rows are taken here and not from the stream, in the middle of a chunk, so that a stray quote stops the parser at once.
      on_record: (cells: string[], { bytes, lines }) => takeRow(cells, bytes, lines),
    })
    parser.on('error', () => {})
    return parser
  }
  let parser = startParser()

  const takeRow = (cells: string[], end: number, lines: number) => {
    const oneLine = lines - linesSeen === 1
    linesSeen = lines
    if (!oneLine && hasStrayQuote(cells, () => kept.text(end), separator, width)) {
      stray = true
      throw new Error('a stray quote')
    }
    const fit = fitRow(cells, width ?? cells.length)
    if (fit && 'reason' in fit) rows.push({ line, reason: fit.reason, raw: withoutEnd(kept.text(end)) })
    else if (binary && cells.some((cell) => cell.includes('\0')))
      rows.push({ line, reason: 'a NUL byte, so this is no text', raw: withoutEnd(kept.text(end)) })
    else if (fit) rows.push({ line, ...fit })
    kept.drop(end)
    line += oneLine ? 1 : 1 + cells.reduce((sum, cell) => sum + countLines(cell), 0)
    return null
  }

  /** Gives up the row that began last: its first line is told, and what follows it is handed back. */
  const giveUp = (): Buffer => {
    const bytes = kept.takeAll()
    const length = lineLength(bytes) ?? (bytes.length > longestRow ? undefined : bytes.length)
    parser.destroy()
    parser = startParser()
    stray = false
    skipping = length === undefined
    if (skipping)
      rows.push({
        line,
        reason: `longer than ${longestRow / 2 ** 20} MB without a line end`,
        raw: `${bytes.toString('utf8', 0, 1000)}…`,
      })
    else {
      rows.push({ line, reason: 'a quote is opened and never closed', raw: withoutEnd(bytes.toString('utf8', 0, length)) })
      line += 1
    }
    return bytes.subarray(length ?? bytes.length)
  }

  async function* feed(chunk: Buffer, piece: number) {
    const waiting = [chunk]
    let size = piece
    while (waiting.length > 0) {
      const next = waiting.pop()!
      if (skipping) {
        const length = lineLength(next)
        if (length === undefined) continue
        skipping = false
        line += 1
        waiting.push(next.subarray(length))
        continue
      }
      const bytes = next.subarray(0, size)
      if (bytes.length < next.length) waiting.push(next.subarray(size))
      if (bytes.length === 0) continue
      kept.add(bytes)
      const error = await new Promise<Error | null | undefined>((done) => parser.write(bytes, done))
      if (error && !stray) throw error
      size = stray ? firstPiece : Math.min(size * 2, largestPiece)
      if (stray || kept.size() > longestRow) waiting.push(giveUp())
      yield* take()
    }
  }

  function* take() {
    if (rows.length > 0) yield rows
    rows = []
  }

  for await (const chunk of chunks) {
    binary ||= chunk.includes(0)
    yield* feed(chunk, largestPiece)
  }
  while (true) {
    const error = await new Promise<(Error & { code?: string }) | null | undefined>((done) => parser.end(done))
    if (!error) break
    if (!stray && error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error
    yield* feed(giveUp(), firstPiece)
  }
  yield* take()
}

const withoutEnd = (text: string) => text.replace(/(\r\n|\r|\n)$/, '')

const countLines = (cell: string) => (/[\r\n]/.test(cell) ? cell.match(/\r\n|\r|\n/g)!.length : 0)
