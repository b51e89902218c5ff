import { stripVTControlCharacters } from 'node:util'
import { type Column, table } from '../../terminal/table.ts'

/** The ways a list is written. */
export const formats = ['table', 'json', 'csv', 'tsv', 'ids', 'md'] as const
export type Format = (typeof formats)[number]

/** A list that can be written in every way: as people read it by its columns, as programs do by its fields. */
export type Sheet<R> = {
  rows: readonly R[]
  columns: readonly Column<R>[]
  /** Names of the fields of csv and tsv. */
  names: readonly string[]
  valueOf: (row: R, name: string) => unknown
  /** What other commands take as the name of a row. */
  idOf: (row: R) => string
  /** What JSON gives of a row; absent, the row as it stands. */
  json?: (row: R) => unknown
}

/** Writes a list. Nothing but a table and Markdown is shortened, worded or coloured. */
export function sayAs<R>(format: Format, { rows, columns, names, valueOf, idOf, json = (row) => row }: Sheet<R>): string {
  const lines = (cellOf: (value: string) => string, between: string) =>
    [names, ...rows.map((row) => names.map((name) => textOf(valueOf(row, name))))]
      .map((cells) => cells.map(cellOf).join(between))
      .join('\n')
  switch (format) {
    case 'json':
      return JSON.stringify(rows.map(json), null, 2)
    case 'csv':
      // A line with nothing on it would be read as none.
      return lines((cell) => (cell === '' && names.length === 1 ? '""' : quote(cell)), ',')
    case 'tsv':
      return lines(escapeTabs, '\t')
    case 'ids':
      return rows.map(idOf).join('\n')
    case 'md':
      return sayMarkdown(rows, columns)
    default:
      return table(rows, columns)
  }
}

/** A value as one cell: lists between semicolons, keys and values as JSON. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(textOf).join('; ')
  return typeof value === 'object' ? JSON.stringify(value) : `${value as string | number | boolean}`
}

/** A cell of CSV (RFC 4180). */
const quote = (cell: string) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escapeTabs = (cell: string) => cell.replace(/[\\\t\n\r]/g, (sign) => escapes[sign]!)

function sayMarkdown<R>(rows: readonly R[], columns: readonly Column<R>[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const cellOf = (text: string) => stripVTControlCharacters(text).replace(/\s+/g, ' ').trim().replace(/[\\|]/g, '\\$&')
  const shown = columns.filter(({ asked, cell }) => asked || rows.length === 0 || rows.some((row) => cell(row)))
  return [
    line(shown.map(({ heading }) => cellOf(heading))),
    line(shown.map(({ right }) => (right ? '---:' : '---'))),
    ...rows.map((row) => line(shown.map(({ cell }) => cellOf(cell(row))))),
  ].join('\n')
}
