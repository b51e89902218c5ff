import type { People } from '../../../workspace/people.ts'
import type { Kept } from '../../../workspace/records.ts'

/** Says who a slug, an alias or an address is; what is unknown is said as it is written. */
export type NameOf = (written: string) => string

/** Opens the names of one customer's contacts and of the team. */
export function openNames(contacts: readonly Kept<'contact'>[], people: People): NameOf {
  const known = new Map<string, string>()
  for (const { slug, value } of contacts) {
    known.set(slug.toLowerCase(), value.name)
    for (const address of [value.email, ...(value.emails ?? [])]) if (address) known.set(address.toLowerCase(), value.name)
  }
  return (written) => {
    const contact = known.get(written.trim().toLowerCase())
    if (contact) return contact
    const slug = people.find(written)
    return slug ? people.nameOf(slug) : written
  }
}
