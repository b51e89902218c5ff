import { Failure } from '../failure.ts'
import { nearest } from '../records/nearest.ts'
import type { Place } from './place.ts'
import { type Kept, listRecords } from './records.ts'

/** The team, as commands ask about it. */
export type People = {
  all: Kept<'person'>[]
  /** The slug behind a slug, alias, e-mail or full name. */
  find(name: string): string | undefined
  /** The same; throws a Failure naming the nearest when there is no such person. `where` says who named them. */
  need(name: string, where?: string): string
  nameOf(slug: string): string
  zoneOf(slug: string): string | undefined
  /** For actions that need to know who asks and do not. */
  refuseUnknownMe(): never
}

/** Reads workspace-setup/people, once for a run. */
export function readPeople(place: Place): People {
  const all = listRecords(place, 'person').records
  const slugs = all.map(({ slug }) => slug)
  const bySlug = new Map(all.map((person) => [person.slug, person.value]))
  const byName = new Map(
    all.flatMap(({ slug, value }) =>
      [slug, value.name, ...(value.aliases ?? []), ...(value.emails ?? [])].map((name) => [name.toLowerCase(), slug]),
    ),
  )
  const find = (name: string) => byName.get(name.trim().toLowerCase().replace(/^@/, ''))
  const known =
    slugs.length > 0
      ? `the people are ${slugs.join(', ')}`
      : 'there are no people yet: make workspace-setup/people/ada.yaml with name and emails'
  return {
    all,
    find,
    need(name, where) {
      const slug = find(name)
      if (slug) return slug
      const like = nearest(name, slugs)
      throw new Failure(`${where ? `${where} is "${name}", but there` : 'There'} is no person "${name}".`, {
        hint: like.length > 0 ? `did you mean ${like.join(', ')}?` : known,
        exitCode: where ? 2 : 3,
      })
    },
    nameOf: (slug) => bySlug.get(slug)?.name ?? slug,
    zoneOf: (slug) => bySlug.get(slug)?.timezone,
    refuseUnknownMe() {
      throw new Failure('Dossier does not know which of the team you are.', {
        hint: `dossier me ${slugs[0] ?? 'ada'} (${known})`,
        exitCode: 2,
      })
    },
  }
}
