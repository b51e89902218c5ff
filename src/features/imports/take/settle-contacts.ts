import type { FieldEdit } from '../../../records/schema/field-values.ts'
import type { Kept } from '../../../workspace/records.ts'
import type { Run } from '../run.ts'
import { contactKeys, findContact, keptContact } from './find-contact.ts'
import { nobody } from './find-place.ts'
import { storeEdits } from './store-row.ts'

/** Deals that named a contact who was not there get it, once it is; those whose contact went elsewhere lose it. */
export function settleContacts(run: Run): void {
  for (const member of run.members.deal.all()) {
    const deal = member as Kept<'deal'>
    const edits = contactEdits(run, deal, deal.path.split('/')[1]!)
    if (edits.length > 0) run.members.deal.replace(storeEdits(run, deal, edits).record)
  }
}

/** What has to change in a deal so that it names the contact it was kept with, at the customer it belongs to. */
export function contactEdits(run: Run, { value }: Kept<'deal'>, customer: string): FieldEdit[] {
  const contact = keptContact(value)
  if (!contact) return []
  const now = value.primary_contact
  const slug = findContact(run, contact, customer, Object.keys(value.external ?? {}))
  if (slug === undefined) {
    const path = `customers/${customer}/contacts/${now}.md`
    const isThere = now === undefined || run.standing.has(path.toLowerCase()) || run.writes.isMade(path)
    return isThere ? [] : [{ do: 'remove', field: ['primary_contact'] }]
  }
  return [
    ...(slug === now ? [] : [{ do: 'set', field: ['primary_contact'], value: slug } as const]),
    ...(customer === nobody ? [] : withoutKept(value.imported ?? {})),
  ]
}

function withoutKept(imported: Readonly<Record<string, string>>): FieldEdit[] {
  const kept = contactKeys.filter((key) => key in imported)
  if (kept.length === Object.keys(imported).length) return [{ do: 'remove', field: ['imported'] }]
  return kept.map((key) => ({ do: 'remove', field: ['imported', key] }))
}
