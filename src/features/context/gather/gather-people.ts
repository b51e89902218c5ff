import { apart, type Item, type Line } from '../item.ts'
import { lineOf, placeOf, sayWhole } from './gather-facts.ts'
import type { Gathering } from './gathering.ts'
import { passagesOf } from './take-once.ts'

/** The people at a customer, with what is known of each. */
export function gatherPeople({ contacts, clean, nameOf, openDeals }: Gathering): Item[] {
  const inDeals = new Set(
    openDeals.flatMap(({ value }) => [value.primary_contact, ...(value.people ?? []).map(({ contact }) => contact)]),
  )
  return contacts.map((contact) => {
    const { value, path, slug } = contact
    const has = (...names: string[]) => names.filter((name) => contact.read.sheet.data[name] != null)
    const gone = value.status === 'left' || value.archived !== undefined
    const said = [
      value.name,
      value.title,
      value.role && `(${value.role})`,
      gone && (value.moved_to ? `left for ${value.moved_to}` : 'left'),
    ]
    const field = (name: string, text: string): Line => ({
      text: clean.line(`${name.replaceAll('_', ' ')}: ${text}`),
      sources: [placeOf(contact, name)],
    })
    const details = has('email', 'phone', 'reports_to', 'linkedin', 'consent', 'bounced', 'tags', 'owner').map((name) => {
      const written = (value as Record<string, unknown>)[name]
      return field(name, name === 'reports_to' || name === 'owner' ? nameOf(String(written)) : sayWhole(written))
    })
    return {
      section: 'people',
      path,
      first: {
        text: clean.line(said.filter(Boolean).join(', ').replace(', (', ' (')),
        sources: ['name', ...has('title', 'role', 'status', 'moved_to')].map((name) => placeOf(contact, name)),
      },
      more: [
        ...passagesOf(contact, clean).map((passage) => ({ ...lineOf(path, passage), paragraph: passage.paragraph })),
        ...apart(details),
      ],
      value:
        (gone ? 1 : 2) * (inDeals.has(slug) ? 1.5 : 1) * (value.role === 'economic-buyer' || value.role === 'champion' ? 1.5 : 1),
    }
  })
}
