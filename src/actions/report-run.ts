import * as z from 'zod'
import { Failure } from '../failure.ts'
import { openReport } from '../features/reports/open-report.ts'
import { planReport } from '../features/reports/plan-report.ts'
import { workOutReport } from '../features/reports/work-out-report.ts'
import { type Period, periodWords, readPeriod } from '../formulas/periods/report-period.ts'
import { dayIn } from '../records/days/calendar.ts'
import { changing } from './action.ts'

export default changing({
  name: 'report run',
  summary: 'Work out a report, write it into the tree and commit it.',
  effect: 'write',
  input: z.object({
    name: z.string().describe('The report: ae, pulse or another of reporting/templates.'),
    user: z.string().optional().describe('Whose report, of one about a person; absent, yours.'),
    period: z.string().optional().describe(`The days it looks at: ${periodWords}; absent, as its template says.`),
    'include-goals': z.boolean().default(false).describe('With the goals of this quarter, the one before, and the year.'),
  }),
  async decide({ name: typed, user: named, period: words, 'include-goals': withGoals }, session) {
    const place = session.place()
    const [people, settings, now] = [session.people(), session.settings(), session.now()]
    const report = await openReport(place, typed)
    const { name } = report
    const { title, scope, period: usual } = report.record.value
    const asked = named === undefined ? undefined : people.need(named)
    if (asked !== undefined && scope !== 'personal')
      throw new Failure(`The report ${name} is about everybody, so it has no --user.`, {
        hint: `dossier report run ${name}`,
        exitCode: 2,
      })
    const user = scope === 'personal' ? (asked ?? (await session.needMe())) : undefined
    const zone = (user && people.zoneOf(user)) || settings.timezone
    const day = dayIn(zone, now)
    const period = needPeriod(words ?? usual, day, settings.fiscal_year_start)
    const { text, ...worked } = await workOutReport(place, report, { people, settings, now, zone, day, period, user, withGoals })
    const { path, plan } = planReport(place, {
      name,
      title,
      scope,
      user,
      day,
      text,
      period: period.name === usual ? undefined : period.name,
    })
    return { plan, answer: { name, path, ...worked, text } }
  },
})

function needPeriod(words: string, day: string, yearStart: string): Period {
  const period = readPeriod(words, day, yearStart)
  if (!period) throw new Failure(`"${words}" is no period.`, { hint: periodWords, exitCode: 2 })
  if (period.from <= day) return period
  throw new Failure(`The period ${words} has not begun: today is ${day}.`, { hint: periodWords, exitCode: 2 })
}
