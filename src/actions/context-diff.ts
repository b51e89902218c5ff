import * as z from 'zod'
import { openTier } from '../features/context/read-tier.ts'
import { compareFacts } from '../features/context/saved/compare-facts.ts'
import { findBase } from '../features/context/saved/find-base.ts'
import { findPacks } from '../features/context/saved/find-packs.ts'
import { readFacts } from '../features/context/saved/read-facts.ts'
import { dayIn } from '../records/days/calendar.ts'
import { openNamed } from '../workspace/open-named.ts'
import { readTeam } from '../workspace/records.ts'
import { asking } from './action.ts'

export default asking({
  name: 'context diff',
  summary: 'Show what there is to know that the last saved context did not know yet: new, changed, gone.',
  effect: 'read',
  input: z.object({
    customer: z.string().describe('Slug, domain, external id, name or path of the customer.'),
    tier: z.string().default('compact').describe('The saved context that is compared with, by its size.'),
    since: z
      .string()
      .optional()
      .describe('Compare with a day (as it ended), instant or commit instead: 2026-10-01, "last monday", a1b2c3d.'),
  }),
  async run({ customer: name, tier, since }, session) {
    const [place, here] = [session.place(), session.here()]
    const { slug, called } = await openNamed(place, name, ['customer'])
    const { sections } = await openTier(place, tier)
    const { timezone: zone } = session.settings()
    const clock = { now: session.now(), zone }
    const [pack] = session.asOf() ? [] : findPacks(here, [slug]).filter((one) => one.tier === tier)
    const base = findBase(here, { ...clock, since, saved: pack?.manifest, team: readTeam(here) })
    const told = { today: dayIn(zone, clock.now), now: clock.now }
    const before = await readFacts({ ...here, past: base.past }, slug, told)
    const after = await readFacts(place, slug, told)
    const titles = new Map(sections.map((section) => [section.name, section.title ?? section.name]))
    const order = [
      ...new Set([...titles.keys(), ...after.map(({ section }) => section), ...before.map(({ section }) => section)]),
    ]
    const changes = compareFacts(before, after).sort((a, b) => order.indexOf(a.section) - order.indexOf(b.section))
    const { chosen, found, unsure } = base
    const asked = found.day ?? (chosen === 'since' ? found.said : undefined)
    return {
      customer: slug,
      called,
      tier,
      since: {
        chosen,
        commit: found.commit,
        committed: dayIn(zone, found.committed),
        ...(chosen === 'saved' && { made: pack!.manifest!.asOf, path: pack!.path }),
        ...(asked !== undefined && { said: asked }),
      },
      changes: changes.map((change) => ({ ...change, title: titles.get(change.section) ?? change.section })),
      unsure,
      today: told.today,
    }
  },
})
