import * as z from 'zod'
import { figureDeals } from '../features/pipeline/figure-deals.ts'
import { figureGroups } from '../features/pipeline/figure-groups.ts'
import { findRate } from '../formulas/find-rate.ts'
import { figureGoals, periodsOf } from '../formulas/goals/figure-goals.ts'
import { chooseCurrency } from '../formulas/value-deals.ts'
import { dayIn } from '../records/days/calendar.ts'
import { placeDeals } from '../workspace/book/place-deals.ts'
import { readPipeline } from '../workspace/book/read-pipeline.ts'
import { readQuotas } from '../workspace/book/read-quotas.ts'
import { chooseWhere } from '../workspace/query/choose-where.ts'
import { openBeside } from '../workspace/query/open-beside.ts'
import { readTeam } from '../workspace/records.ts'
import { asking } from './action.ts'

export default asking({
  name: 'pipeline',
  summary: 'Add up the deals: what is open, won and lost, by stage, owner and quarter.',
  effect: 'read',
  input: z.object({
    where: z.string().optional().describe('Only deals this condition is true of: amount > 10000 && customer.segment == "smb".'),
    'group-by': z
      .string()
      .optional()
      .describe('Figures by stage, owner, customer, type, source, segment, product, currency, quarter or another field.'),
    currency: z
      .string()
      .regex(/^[A-Za-z]{3}$/, 'a currency code such as EUR')
      .optional()
      .describe("The currency the figures are in; absent, the workspace's."),
  }),
  async run({ where, 'group-by': by, currency: code }, session) {
    const place = session.place()
    const { currency: home, timezone: zone, fiscal_year_start: yearStart } = session.settings()
    const asOf = dayIn(zone, session.now())
    const team = readTeam(place)
    const { deals: all, shelf, rates, problems } = readPipeline(place, team)
    const { beside, problems: aside } = openBeside(place, team, { deal: all })
    const customer = (slug: string) => beside('customer', slug)[0]?.value
    const people = session.people()
    const asker = {
      today: asOf,
      zone,
      now: session.now(),
      me: () => session.needMe(),
      settings: session.settings(),
      people,
      team,
    }
    const placeDeal = placeDeals(shelf, (name) => people.find(name))
    const placed = new Map(all.map((record) => [record, placeDeal(record.value, record.customer ?? '')]))
    const counted = all.filter((record) => placed.get(record)!.outcome !== 'open' || !record.value.archived)
    const chosen = where === undefined ? undefined : await chooseWhere(place, 'deal', counted, where, { ...asker, beside })
    const asked = (chosen?.chosen ?? counted).map((record) => placed.get(record)!)
    const terms = { asOf, home, rateOn: findRate(rates, home) }
    const { deals, currency, insteadOf } = chooseCurrency(asked, code?.toUpperCase(), terms)
    const figures = figureDeals(deals, { currency, yearStart })
    const quotas = where === undefined && by === undefined ? readQuotas(place, periodsOf(asOf, yearStart)) : undefined
    return {
      asOf,
      ...figures,
      ...(insteadOf && { insteadOf }),
      archived: all.length - counted.length,
      ...(chosen && tellUnchosen(chosen)),
      ...(by !== undefined && figureGroups(deals, by, { currency, yearStart, team, customer })),
      ...(quotas && figureGoals(deals, quotas.periods, { ...terms, currency, yearStart, ...people })),
      problems: [...problems, ...aside(), ...(quotas?.problems ?? [])],
    }
  },
})

const tellUnchosen = ({ noData: { count, names }, unfit }: Awaited<ReturnType<typeof chooseWhere<'deal'>>>) => ({
  noData: { deals: count, names },
  unfit: { deals: unfit.count, because: unfit.because },
})
