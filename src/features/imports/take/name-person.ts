import { freeSlug, slugOf } from '../../../records/slug.ts'
import type { Named } from '../draft.ts'
import type { Run } from '../run.ts'
import { changesTo } from '../write/changes-to.ts'
import { storeEdits } from './store-row.ts'

export type PersonValues = { name: string; emails?: string[]; external?: Record<string, string> }

/** The slug of the person a row names; who is not there yet is made, so that no owner is lost. */
export function namePerson(run: Run, named: Named | undefined, system: string): string | undefined {
  const name = named?.name ?? named?.email ?? named?.id
  if (!named || name === undefined) return undefined
  const known = run.people.find(named, system)
  if (known) {
    learnId(run, known.slug, named, system)
    return known.slug
  }
  return makePerson(
    run,
    { name, ...(named.email && { emails: [named.email] }), ...(named.id && { external: { [system]: named.id } }) },
    { isListed: false },
  )
}

/** Makes someone of the team; who was only named by another row may still be listed by a row of their own. */
export function makePerson(run: Run, values: PersonValues, { isListed }: { isListed: boolean }): string {
  const { people, newPeople } = run
  const identity = Object.values(values.external ?? {})[0] ?? values.emails?.[0] ?? values.name
  const slug = freeSlug(slugOf(values.name, { identity }), (one) => people.has(one), { identity })
  people.add({ slug, value: values })
  newPeople.set(slug, { values, isListed })
  return slug
}

/** Someone who was known by name alone is from now on known by the id of the system as well. */
function learnId(run: Run, slug: string, { id }: Named, system: string): void {
  if (!id) return
  const made = run.newPeople.get(slug)
  const record = run.keptPeople.get(slug)
  const external = (made?.values ?? record?.value)?.external
  if (external?.[system] !== undefined) return
  if (made) made.values = { ...made.values, external: { ...external, [system]: id } }
  if (record) run.keptPeople.set(slug, storeEdits(run, record, changesTo(record.value, { external: { [system]: id } })).record)
  run.people.add({ slug, value: (made?.values ?? run.keptPeople.get(slug)?.value)! })
}
