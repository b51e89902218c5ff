import { emptyBook } from '../../formulas/measures/book.ts'
import { isMeasure, measures } from '../../formulas/measures/catalogue.ts'
import { figureReport } from '../../formulas/measures/figure-report.ts'
import { sayReport } from '../../formulas/measures/say-report.ts'
import { readPeriod } from '../../formulas/periods/report-period.ts'
import { nearest } from '../../records/nearest.ts'
import type { Problem } from '../../records/problem.ts'
import { compileTemplate } from '../../records/template/compile-template.ts'
import { fieldPlace } from '../../records/text/front-matter.ts'
import type { Kept } from '../records.ts'
import { codeProblem, whole } from './found.ts'

type Template = Pick<Kept<'report'>, 'path' | 'text' | 'body' | 'value' | 'read'>
type Body = Pick<Template, 'path' | 'text' | 'body'>

/** What is wrong in a template of reports besides its fields: figures nobody knows, handlebars that cannot be read, names that are not there. */
export const judgeReport = async (record: Kept<'report'>): Promise<Problem[]> => [
  ...judgeMeasures(record),
  ...(await judgeTemplate(record)).map((one) => codeProblem('template', one)),
]

/** Figures a report asks for that nobody knows, with the near names. */
export const judgeMeasures = ({ path, value, read }: Template): Problem[] =>
  value.measures.flatMap((name, n): Problem[] => {
    if (isMeasure(name)) return []
    const near = nearest(name, Object.keys(measures))
    const expected = `${near.length > 0 ? near.join(', ') : 'a figure such as touches'}; reporting/templates/README.md lists all`
    const place = fieldPlace(read.sheet, ['measures', String(n)])
    return [whole(path, 'figure-unknown', `There is no figure "${name}".`, expected, place)]
  })

/** A template with where its text begins, as it is compiled; `line` counts from 1. */
export const bodyOf = ({ path, text, body }: Body) => ({
  body: body.trimEnd(),
  at: { path, line: text.slice(0, text.length - body.length).split('\n').length },
})

/** Compiles a template and fills it once with the figures of nothing, which finds every name that is not there outside of lists. */
async function judgeTemplate(record: Template): Promise<Problem[]> {
  const { body, at } = bodyOf(record)
  const { template, problems } = await compileTemplate(body, at)
  if (problems) return problems
  const day = '2026-01-01'
  const period = readPeriod('last_7_days', day, '01-01')!
  const figures = figureReport(record.value.measures.filter(isMeasure), emptyBook, period)
  const content = { name: '', title: '', person: '', day, period, currency: emptyBook.currency, figures, goals: [] }
  return template.fill(sayReport(content)).problems ?? []
}
