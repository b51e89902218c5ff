import type { Person } from '../../../records/kinds/person.ts'
import type { Named } from '../draft.ts'
import { idKey } from './id-key.ts'

/** Someone of the team as an import knows them. */
export type KnownPerson = {
  slug: string
  value: Pick<Person, 'name' | 'aliases' | 'emails'> & { external?: Record<string, string> }
}

export type PersonIndex = {
  add(person: KnownPerson): void
  /** The person a row names: by id, then by address, then by name, alias or slug. */
  find(named: Named, system: string): KnownPerson | undefined
  has(slug: string): boolean
}

/** Knows the team by ids elsewhere, addresses and names. */
export function indexPeople(people: Iterable<KnownPerson>): PersonIndex {
  const byKey = new Map<string, KnownPerson>()
  const slugs = new Set<string>()
  const add = (person: KnownPerson) => {
    const { slug, value } = person
    slugs.add(slug.toLowerCase())
    for (const [system, id] of Object.entries(value.external ?? {})) byKey.set(`id ${idKey(system, id)}`, person)
    for (const word of [...(value.emails ?? []), value.name, ...(value.aliases ?? []), slug]) {
      const key = wordKey(word)
      if (!byKey.has(key)) byKey.set(key, person)
    }
  }
  for (const person of people) add(person)
  return {
    add,
    find: ({ id, email, name }, system) =>
      (id && byKey.get(`id ${idKey(system, id)}`)) ||
      (email && byKey.get(wordKey(email))) ||
      (name && byKey.get(wordKey(name))) ||
      (id && byKey.get(wordKey(id))) ||
      undefined,
    has: (slug) => slugs.has(slug.toLowerCase()),
  }
}

const wordKey = (word: string) => `word ${word.trim().toLowerCase().replace(/\s+/g, ' ')}`
