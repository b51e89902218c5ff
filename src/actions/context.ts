import * as z from 'zod'
import { Failure } from '../failure.ts'
import { openAcrossTier, packAcross } from '../features/context/across/pack-across.ts'
import { listTiers } from '../features/context/read-tier.ts'
import { formats } from '../features/context/tell/open-form.ts'
import { dayIn } from '../records/days/calendar.ts'
import type { Session } from '../session/open.ts'
import { findWhose } from '../workspace/book/find-whose.ts'
import type { Place } from '../workspace/place.ts'
import { asking } from './action.ts'
import { measurePack } from './measure-pack.ts'
import { budgetInput, exactInput, packingOf } from './packing.ts'

export default asking({
  name: 'context',
  summary: 'Build what to know about many customers at once, within a budget of tokens and with sources.',
  effect: 'read',
  input: z.object({
    for: z.string().optional().describe('What it is for: team-pipeline, my-week, segment, or a template of your own.'),
    where: z.string().optional().describe('Only customers this condition is true of: customer.segment == "enterprise".'),
    owner: z.string().optional().describe('Only the work of this person, and of those who report to them; for my-week, yours.'),
    budget: budgetInput(8000, "the template's own"),
    task: z.string().optional().describe('What it is for, in words, such as "prepare the forecast call": what fits comes first.'),
    format: z.enum(formats).default('md').describe('What it is written as.'),
    exact: exactInput,
  }),
  async run({ for: name, where, owner, budget, task = '', format, exact }, session) {
    const place = session.place()
    const tier = await openAcrossTier(place, name ?? refuseNothing(place))
    if (tier.for === 'segment' && where === undefined)
      throw new Failure('A segment is told by a condition.', {
        hint: `--where 'customer.segment == "enterprise"'`,
        exitCode: 2,
      })
    const { whose, zone } = await whoseOf(session, tier.for === 'my-week', owner)
    const packing = packingOf(session, { tier: tier.slug, budget, task })
    const today = dayIn(zone, session.now())
    const asked = { ...packing, today, zone, whose, where, format, me: () => session.needMe(), asker: await session.me() }
    const { pack, tokens, ...measured } = await measurePack(session, exact, (factor) =>
      packAcross(place, tier, { ...asked, factor }),
    )
    const { context, ...about } = pack
    return { ...about, ...(whose && { owner: whose.user }), ...(where && { where }), ...context, tokens, ...measured }
  },
})

function refuseNothing(place: Place): never {
  throw new Failure('Say what the context is for.', {
    hint: `--for ${listTiers(place, 'across').join(' | ')}; of one customer: dossier customer context CUSTOMER`,
    exitCode: 2,
  })
}

/** Whose work it is about, and on whose clock: a week is somebody's, the rest everybody's unless somebody is named. */
async function whoseOf(session: Session, isWeek: boolean, named: string | undefined) {
  const people = session.people()
  const usual = session.settings().timezone
  const user = named !== undefined ? people.need(named) : isWeek ? await session.needMe() : undefined
  if (user === undefined) return { zone: usual }
  return { whose: findWhose(session.place(), people, user), zone: (isWeek && people.zoneOf(user)) || usual }
}
