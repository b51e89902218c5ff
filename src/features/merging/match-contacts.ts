import { emailKey, isOfficeMailbox } from '../../records/email-key.ts'
import type { Kept } from '../../workspace/records.ts'

/** Contacts of one customer that are contacts of another one by their address, by path; where several are, the first. */
export function matchContacts(theirs: readonly Kept<'contact'>[], ours: readonly Kept<'contact'>[]): Map<string, string> {
  const owners = new Map<string, Kept<'contact'>>()
  for (const contact of ours) for (const key of keysOf(contact)) if (!owners.has(key)) owners.set(key, contact)
  return new Map(
    theirs.flatMap((contact): [string, string][] => {
      const found = keysOf(contact).flatMap((key) => {
        const owner = owners.get(key)
        return owner && (!isOfficeMailbox(key) || isNamesake(owner, contact)) ? [owner] : []
      })
      return found[0] ? [[contact.path, found[0].path]] : []
    }),
  )
}

const keysOf = ({ value: { email, emails = [] } }: Kept<'contact'>) =>
  [email, ...emails].flatMap((one) => (one ? (emailKey(one) ?? []) : []))

const isNamesake = (a: Kept<'contact'>, b: Kept<'contact'>) =>
  a.value.name.trim().toLowerCase() === b.value.name.trim().toLowerCase()
