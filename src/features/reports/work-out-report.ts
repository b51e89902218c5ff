import { type Figure, figureReport } from '../../formulas/measures/figure-report.ts'
import { fiscalSpan } from '../../formulas/periods/fiscal-span.ts'
import type { Period } from '../../formulas/periods/report-period.ts'
import type { WorkspaceSettings } from '../../records/kinds/workspace-settings.ts'
import type { Problem } from '../../records/problem.ts'
import { findWhose } from '../../workspace/book/find-whose.ts'
import { readBook } from '../../workspace/book/read-book.ts'
import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import { goalFigures, goalPeriods, judgeGoals } from './figure-report-goals.ts'
import { fillReport } from './fill-report.ts'
import { type OpenReport, refuseWrong } from './open-report.ts'
import { sayRemark } from './say-remark.ts'

type Asked = {
  people: People
  settings: WorkspaceSettings
  now: Date
  zone: string
  day: string
  period: Period
  /** Whom it is about; absent, everybody. */
  user: string | undefined
  withGoals: boolean
}

/** A report as it will be written, its figures with what is behind them, and what could not be used. */
export type WorkedOut = { text: string; figures: Record<string, Figure>; remark?: string; problems: Problem[] }

/** Works a report out: reads the tree once, figures, and fills the template. Throws a Failure where the template names what is not there. */
export async function workOutReport(place: Place, { name, record, template }: OpenReport, asked: Asked): Promise<WorkedOut> {
  const { people, settings, now, zone, day, period, user, withGoals } = asked
  const yearStart = settings.fiscal_year_start
  const year = fiscalSpan(goalPeriods(day, yearStart)[1]!, yearStart)!
  const since = [period.before.from, ...(withGoals ? [year.from] : [])].sort()[0]!
  const whose = user === undefined ? undefined : findWhose(place, people, user).slugs
  const read = await readBook(place, {
    people,
    settings,
    now,
    zone,
    since,
    whose,
  })
  const { book, customers } = read
  const judged = withGoals ? judgeGoals(place, read, { people, day, yearStart, user, whose }) : undefined
  const shown = judged?.goals
  const figures = figureReport(record.value.measures, book, period)
  const person = user ? people.nameOf(user) : settings.name
  const remark = sayRemark({
    customers: customers.length,
    book,
    person: user && person,
    goals: shown,
    goalsWithoutRate: judged?.goalsWithoutRate ?? [],
  })
  const { title } = record.value
  const content = { name, title, user, person, day, period, currency: book.currency, figures, goals: shown, remark }
  const filled = fillReport(template, content)
  refuseWrong(filled.problems?.[0])
  return {
    text: filled.text ?? '',
    figures: { ...figures, ...(shown && goalFigures(shown, book.currency)) },
    ...(remark && { remark }),
    problems: [...read.problems, ...(judged?.problems ?? [])],
  }
}
