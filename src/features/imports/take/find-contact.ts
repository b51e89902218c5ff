import type { Kept } from '../../../workspace/records.ts'
import type { Named } from '../draft.ts'
import type { KnownBy } from '../match/placed-rows.ts'
import type { Run } from '../run.ts'

/** The slug of the contact of this customer that a deal names: by id or address, else by a name that nobody else there has. */
export function findContact(run: Run, contact: Named, customer: string, systems: readonly string[]): string | undefined {
  const { id, email, name } = contact
  const by: KnownBy = { ids: id ? systems.map((system) => [system, id]) : [], emails: email ? [email] : [] }
  const path =
    run.placed.find('contact', by) ??
    run.members.contact.match({ ...by, customer, name: '' })?.path ??
    (name && !email ? pathCalled(run, name, customer, id ? systems : []) : undefined)
  const [, owner, slug] = /^customers\/([^/]+)\/contacts\/([^/]+)\.md$/.exec(path ?? '') ?? []
  return owner === customer ? slug : undefined
}

/** Where the one contact of this name lies, in the tree or among those of this run; one that has another id in these systems is somebody else. */
function pathCalled({ placed, members }: Run, name: string, customer: string, systems: readonly string[]): string | undefined {
  const made = placed.called(customer, name)
  if (made === 'several') return undefined
  const there = members.contact
    .called(customer, name)
    .map(({ path, value }) => ({ path, has: Object.keys(value.external ?? {}) }))
  const all = [...there, ...(made ? [{ path: made.path, has: made.systems }] : [])]
  const free = all.filter(({ has }) => !systems.some((system) => has.includes(system)))
  const paths = new Set(free.map(({ path }) => path))
  return paths.size === 1 ? [...paths][0] : undefined
}

const keys = { name: 'Contact', id: 'Contact ID', email: 'Contact Email' } as const

/** What a deal says of a contact that is not there, or may yet go elsewhere, for a later import to look again. */
export const keepContact = (contact: Named): Record<string, string> =>
  Object.fromEntries(
    Object.entries(keys).flatMap(([part, key]) => (contact[part as 'id'] ? [[key, contact[part as 'id']!]] : [])),
  )

/** The contact that a deal was kept with; undefined when it was kept with none. */
export function keptContact({ imported = {} }: Kept<'deal'>['value']): Named | undefined {
  const kept = Object.entries(keys).flatMap(([part, key]) => (imported[key] ? [[part, imported[key]]] : []))
  return kept.length > 0 ? (Object.fromEntries(kept) as Named) : undefined
}

/** The keys under `imported:` that a deal was kept with its contact by. */
export const contactKeys: readonly string[] = Object.values(keys)
