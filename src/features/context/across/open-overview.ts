import { findRate } from '../../../formulas/find-rate.ts'
import { fiscalQuarter } from '../../../formulas/fiscal-quarter.ts'
import { fiscalSpan } from '../../../formulas/periods/fiscal-span.ts'
import type { Across } from '../../../records/kinds/tier.ts'
import { once } from '../../../records/once.ts'
import { openFacts } from '../../../workspace/book/facts.ts'
import { readChanges } from '../../../workspace/book/read-changes.ts'
import { readPipeline } from '../../../workspace/book/read-pipeline.ts'
import { valueAll } from '../../../workspace/book/value-all.ts'
import type { Place } from '../../../workspace/place.ts'
import { chooseWhere } from '../../../workspace/query/choose-where.ts'
import { openBeside } from '../../../workspace/query/open-beside.ts'
import { type Kept, listRecords } from '../../../workspace/records.ts'
import { tellOpen } from '../../../workspace/workflows.ts'
import { openClean } from '../gather/clean.ts'
import type { AskedAcross, Overview, OverviewDeal, Slip } from './overview.ts'
import type { Telling } from './tell-facts.ts'

/** Opens what a context across customers is made of. Throws a Failure (exit 2) for a condition that cannot be read. */
export async function openOverview(place: Place, of: Across, asked: AskedAcross & Telling): Promise<Overview> {
  const { team, people, settings, now, today, zone, whose, where } = asked
  const listed = listRecords(place, 'customer', { team })
  const pipeline = readPipeline(place, team)
  const { beside, problems } = openBeside(place, team, { customer: listed.records, deal: pipeline.deals })
  const live = listed.records.filter(({ value }) => !value.archived)
  const chosen = where === undefined ? undefined : await chooseWhere(place, 'customer', live, where, { ...asked, beside })
  const terms = { asOf: today, home: settings.currency, rateOn: findRate(pipeline.rates, settings.currency) }
  const { deals: valued, currency } = valueAll(pipeline, people, terms)
  const all = valued.map((deal, n): OverviewDeal => ({ ...deal, record: pipeline.deals[n]! }))
  const counted = all.filter(({ outcome, archived }) => outcome !== 'open' || !archived)

  const among = chosen && new Set(chosen.chosen.map(({ slug }) => slug))
  const isTheirs = (name: string | null | undefined) =>
    !whose || (typeof name === 'string' && whose.slugs.has(people.find(name) ?? name))
  const isAccount = ({ value }: Kept<'customer'>) => isTheirs(value.owner) || isTheirs(value.csm)
  const accounts = (chosen?.chosen ?? live).filter(isAccount)
  const own = new Set(accounts.map(({ slug }) => slug))
  const deals = counted.filter(({ customer, owner }) => {
    if (among && !among.has(customer)) return false
    if (of === 'segment') return own.has(customer)
    return isTheirs(owner) || (of === 'my-week' && own.has(customer))
  })
  const openDeals = deals.filter(({ outcome }) => outcome === 'open')
  const dealing = new Set(openDeals.map(({ customer }) => customer))
  const meant = live.filter(({ slug }) =>
    of === 'team-pipeline' ? dealing.has(slug) : own.has(slug) || (of === 'my-week' && dealing.has(slug)),
  )

  const clean = openClean()
  const names = new Map(listed.records.map(({ slug, value }) => [slug, value.name]))
  return {
    ...asked,
    of,
    place,
    clean,
    customers: new Map(meant.map((customer) => [customer.slug, customer])),
    deals,
    openDeals,
    isTheirs,
    currency,
    called: (slug) => clean.line(slug === '_unassigned' ? '(no customer)' : (names.get(slug) ?? slug)),
    beside,
    factsOf: openFacts(place, { now, zone, settings, people, team, beside, isOpen: tellOpen(place) }),
    slips: once(() => readSlips(place, { ...asked, from: quarterBegan(today, settings.fiscal_year_start) })),
    ...(chosen && { unjudged: { noData: chosen.noData, unfit: chosen.unfit } }),
    problems: () => [...listed.problems, ...pipeline.problems, ...problems()],
  }
}

const quarterBegan = (today: string, yearStart: string) => fiscalSpan(fiscalQuarter(today, yearStart), yearStart)?.from ?? today

function readSlips(place: Place, { from, zone, now }: { from: string; zone: string; now: Date }): Map<string, Slip[]> {
  const { changes } = readChanges(place, { since: from, zone, now })
  const slips = changes.flatMap(({ path, field, from: was, to, day }) =>
    field === 'close_date' && was !== null && to !== null && to > was ? [{ path, from: was, to, day }] : [],
  )
  return Map.groupBy(slips, ({ path }) => path)
}
