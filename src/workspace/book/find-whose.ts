import type { People } from '../people.ts'
import type { Place } from '../place.ts'
import { listRecords } from '../records.ts'

/** Whose work a page is about: a person's own, a manager's with that of all who report to them. */
export type Whose = { user: string; name: string; role: string | undefined; slugs: ReadonlySet<string> }

/** Finds whose work counts as a person's: their own and, of a manager, that of the team below. */
export function findWhose(place: Place, people: People, user: string): Whose {
  const { records } = listRecords(place, 'person')
  const own = records.find(({ slug }) => slug === user)?.value
  const slugs = new Set([user])
  for (const boss of slugs)
    for (const { slug, value } of records) if (value.manager && people.find(value.manager) === boss) slugs.add(slug)
  return { user, name: own?.name ?? user, role: own?.role, slugs }
}
