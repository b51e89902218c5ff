import type { Quotas } from '../../records/kinds/quotas.ts'
import { type Exact, exact, roundTo, sumOf } from '../exact.ts'
import { fiscalQuarter } from '../fiscal-quarter.ts'
import { roundMoney } from '../round-money.ts'
import type { Terms, ValuedDeal } from '../value-deals.ts'

/** The goals of a fiscal period such as `2026-Q4` or `2026`. */
export type PeriodGoals = { period: string; quotas: Quotas['quotas'] }

/** A goal beside what came of it; `reached` and `share` are null where it is not measured here. */
export type Goal = {
  person?: string
  team?: string
  measure: string
  period: string
  goal: number
  reached: number | null
  /** reached / goal, to 4 places. */
  share: number | null
}

/** The goals in the currency of the figures, and those that no rate says in it. */
export type Goals = { goals: Goal[]; goalsWithoutRate: { currency: string; count: number }[] }

type Manner = Terms & {
  currency: string
  yearStart: string
  /** The slug behind any name of a person. */
  find: (name: string) => string | undefined
  teamOf: (slug: string) => string | undefined
  /** What is counted besides won money, by measure: whose each was, and its day. */
  counted?: Readonly<Record<string, readonly Event[]>>
}

/** Something that counts towards a goal: a meeting that was held, a deal that was opened. */
export type Event = { owner: string | null; day: string }

/** Sets goals beside the won deals of their period: a person's own, a team's that of its people, one of nobody's everyone's. */
export function figureGoals(deals: readonly ValuedDeal[], periods: readonly PeriodGoals[], manner: Manner): Goals {
  const { currency, home, asOf, rateOn, yearStart, find, teamOf, counted = {} } = manner
  const placed = ({ owner, day }: Event) => ({
    quarter: fiscalQuarter(day, yearStart),
    owner,
    team: owner === null ? undefined : teamOf(owner),
  })
  const won = deals.flatMap(({ deal, outcome, owner, value }) =>
    outcome === 'won' && deal.close_date && value ? { ...placed({ owner, day: deal.close_date }), value } : [],
  )
  const events = (measure: string) =>
    Object.hasOwn(counted, measure) ? counted[measure]!.map((event) => ({ ...placed(event), value: exact(1) })) : undefined
  const goals: Goal[] = []
  const without = new Map<string, number>()
  for (const { period, quotas } of periods)
    for (const { person: name, team, measure, amount, currency: own = measure === 'won' ? home : undefined } of quotas) {
      const rate = own === undefined ? exact(1) : rateOn(own, currency, asOf)
      if (!rate) {
        without.set(own!, (without.get(own!) ?? 0) + 1)
        continue
      }
      const person = name === undefined ? undefined : (find(name) ?? name)
      const isTheirs = (one: (typeof won)[number]) =>
        isWithin(one.quarter, period) &&
        (person !== undefined ? one.owner === person : team === undefined || isSame(one.team, team))
      const wanted = exact(amount).times(rate)
      const all = measure === 'won' ? won : events(measure)
      const reached = all && sumOf(all.filter(isTheirs).map(({ value }) => value))
      goals.push({
        ...(person !== undefined ? { person } : team !== undefined && { team }),
        measure,
        period,
        goal: own === undefined ? amount : roundMoney(wanted, currency),
        reached: reached ? roundMoney(reached, measure === 'won' ? currency : undefined) : null,
        share: shareOf(reached, wanted),
      })
    }
  return { goals, goalsWithoutRate: [...without].map(([code, count]) => ({ currency: code, count })) }
}

/** The fiscal periods a day is in, the year first: `2026` and `2026-Q4`. */
export function periodsOf(day: string, yearStart: string): string[] {
  const quarter = fiscalQuarter(day, yearStart)
  return [quarter.slice(0, 4), quarter]
}

const isSame = (one: string | undefined, other: string) => one?.trim().toLowerCase() === other.trim().toLowerCase()
const isWithin = (quarter: string, period: string) => quarter === period || quarter.startsWith(`${period}-`)

const shareOf = (reached: Exact | undefined, wanted: Exact) => (reached && wanted.gt(0) ? roundTo(reached.div(wanted), 4) : null)
