import { styleText } from 'node:util'
import type reportList from '../../actions/report-list.ts'
import { wrap } from '../terminal/table.ts'
import { sayDay } from '../terminal/words.ts'
import { type Sheet, sayAs } from './lists/formats.ts'

type Listed = Awaited<ReturnType<(typeof reportList)['run']>>['reports'][number]

/** The reports that can be run, a line each. */
export const sayReports = (reports: readonly Listed[], today: string): string =>
  reports.length > 0
    ? sayAs('table', sheetOfReports(reports, today))
    : 'No reports yet. A report is a file such as reporting/templates/ae.md; dossier init brings two.'

/** The same for every format of lists. */
export const sheetOfReports = (reports: readonly Listed[], today: string): Sheet<Listed> => ({
  rows: reports,
  columns: [
    { heading: 'report', cell: ({ name }) => name },
    { heading: 'title', prose: true, cell: ({ title }) => title },
    { heading: 'about', cell: ({ scope }) => scope },
    { heading: 'period', cell: ({ period }) => period },
    { heading: 'written last', cell: ({ last }) => (last ? sayDay(last.day, today) : 'never') },
    { heading: 'where', spare: true, cell: ({ last, path }) => styleText('dim', last?.path ?? path) },
  ],
  names: ['name', 'title', 'scope', 'period', 'measures', 'path', 'last'],
  valueOf: (report, name) => (name === 'last' ? report.last?.path : report[name as keyof Listed]),
  idOf: ({ name }) => name,
})

/** The head of a report that was written: its title, its first paragraphs, and what is in it. */
export function sayReport(text: string): string {
  const lines = text.split('\n').slice(1)
  const next = lines.findIndex((line) => line.startsWith('## '))
  const head = (next < 0 ? lines : lines.slice(0, next))
    .join('\n')
    .trim()
    .split(/\n{2,}/)
  const parts = lines.filter((line) => line.startsWith('## ')).map((line) => line.slice(3))
  const said = head.map((part) => (part.startsWith('# ') ? styleText('bold', part.slice(2)) : wrap(part)))
  return [...said, parts.length > 0 ? styleText('dim', wrap(`In it: ${parts.join(', ')}`)) : ''].filter(Boolean).join('\n\n')
}
