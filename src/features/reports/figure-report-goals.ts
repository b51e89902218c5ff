import { fiscalQuarter } from '../../formulas/fiscal-quarter.ts'
import { type Event, figureGoals, type Goal, periodsOf } from '../../formulas/goals/figure-goals.ts'
import { type JudgedGoal, judgeGoal } from '../../formulas/goals/judge-goal.ts'
import type { Figure } from '../../formulas/measures/figure-report.ts'
import { isWithin } from '../../formulas/measures/measure.ts'
import { fiscalSpan } from '../../formulas/periods/fiscal-span.ts'
import { addDays } from '../../records/days/calendar.ts'
import type { ReadBook } from '../../workspace/book/read-book.ts'
import { readQuotas } from '../../workspace/book/read-quotas.ts'
import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'

type Asked = {
  people: People
  day: string
  yearStart: string
  /** Whose goals, with those of all who report to them; absent, everybody's. */
  user?: string | undefined
  whose?: ReadonlySet<string> | undefined
}
type Counted = Record<string, (Event & { path: string })[]>

/** The quarter before, the year and the quarter of a day. */
export function goalPeriods(day: string, yearStart: string): string[] {
  const { from } = fiscalSpan(fiscalQuarter(day, yearStart), yearStart)!
  return [fiscalQuarter(addDays(from, -1), yearStart), ...periodsOf(day, yearStart)]
}

/** Judges the goals of a person and of their team, or of everybody, for the quarter before, the year and this quarter. */
export function judgeGoals(place: Place, read: ReadBook, { people, day, yearStart, user, whose }: Asked) {
  const { periods, problems } = readQuotas(place, goalPeriods(day, yearStart))
  const counted = periods.length > 0 ? countEvents(read) : {}
  const manner = { ...read.terms, ...people, currency: read.book.currency, yearStart, counted }
  const { goals, goalsWithoutRate } = figureGoals(read.everyDeal, periods, manner)
  const isSame = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && one.trim().toLowerCase() === other.trim().toLowerCase()
  const isAsked = (goal: Goal) => !whose || whose.has(goal.person ?? '') || isSame(goal.team, people.teamOf(user!))
  const judged = goals.filter(isAsked).flatMap((goal): JudgedGoal[] => {
    const standing = judgeGoal(goal, day, yearStart)
    if (!standing) return []
    const { person, team, measure, period } = goal
    const span = fiscalSpan(period, yearStart)!
    const isTheirs = ({ owner }: Event) =>
      person !== undefined
        ? owner === person
        : team === undefined || isSame(owner === null ? undefined : people.teamOf(owner), team)
    const events = (Object.hasOwn(counted, measure) ? counted[measure]! : []).filter(
      (one) => isTheirs(one) && isWithin(one.day, span),
    )
    const inputs = [`workspace-setup/quotas/${period}.yaml`, ...new Set(events.map(({ path }) => path).sort())]
    return [{ ...goal, ...standing, isMoney: measure === 'won' || measure === 'arr', inputs }]
  })
  return { goals: judged, goalsWithoutRate, problems }
}

/** What may count towards a goal: whose it was, its day and its file, by measure. */
function countEvents({ everyActivity, everyDeal }: ReadBook): Counted {
  const held = everyActivity().flatMap(({ held: done, owner, day, path, value: { type } }) =>
    done && type !== 'note' ? [{ owner, day, path, type }] : [],
  )
  const won = everyDeal.flatMap(({ deal, outcome, owner, path }) =>
    outcome === 'won' && deal.close_date ? [{ owner, day: deal.close_date, path }] : [],
  )
  return {
    won,
    'deals-won': won,
    'deals-created': everyDeal.flatMap(({ deal: { opened }, owner, path }) => (opened ? [{ owner, day: opened, path }] : [])),
    activities: held,
    meetings: held.filter(({ type }) => type === 'meeting'),
    calls: held.filter(({ type }) => type === 'call'),
  }
}

/** Goals as figures of a report, by whose they are, what they measure and their period. */
export const goalFigures = (goals: readonly JudgedGoal[], currency: string): Record<string, Figure> =>
  Object.fromEntries(
    goals.map(({ person, team, measure, period, reached, goal, share, gap, daysLeft, word, isMoney, inputs }) => [
      `goal ${[person ?? team, measure, period].filter(Boolean).join(' ')}`,
      {
        label: `Goal ${[person ?? team, measure, period].filter(Boolean).join(' ')}`,
        value: reached,
        unit: isMoney ? currency : measure,
        definition: `What ${person ?? team ?? 'everybody'} reached of the goal for ${period} in workspace-setup/quotas.`,
        inputs,
        rows: [{ goal, share, gap, days_left: daysLeft, standing: word }],
      },
    ]),
  )
