import type { SectionName } from '../../../records/kinds/tier.ts'
import { readPeople } from '../../../workspace/people.ts'
import type { Place } from '../../../workspace/place.ts'
import { openRecord, readTeam } from '../../../workspace/records.ts'
import { readSettings } from '../../../workspace/settings.ts'
import { isCustomer } from '../../../workspace/tree.ts'
import { gather } from '../gather/gather.ts'
import { openGathering } from '../gather/open-gathering.ts'
import type { Line } from '../item.ts'

/** Something a context could tell, and where it stands. `first` is the line that names it. */
export type Fact = { section: SectionName; path: string; line: number; text: string; first: boolean }

/** All that could be told of a customer as the place holds it, in order; nothing where there was no such customer. */
export async function readFacts(place: Place, slug: string, { today, now }: { today: string; now: Date }): Promise<Fact[]> {
  if (!isCustomer(place, slug)) return []
  const team = readTeam(place)
  const customer = openRecord(place, 'customer', `customers/${slug}/customer.md`, team)
  const asked = { today, now, people: readPeople(place), settings: readSettings(place), team }
  const { gathering, parent, computed } = openGathering(place, customer, asked)
  const items = gather(place, gathering, { computed, parent, task: '' })
  return items.flatMap(({ section, path, first, more }) =>
    [first, ...more].map(
      ({ text, sources: [source] }: Line, n): Fact => ({
        section,
        ...(source ?? { path, line: 1 }),
        text,
        first: n === 0,
      }),
    ),
  )
}
