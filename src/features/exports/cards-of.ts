import { csvText } from '../../records/csv/csv-text.ts'
import { hashOf } from '../../records/hash.ts'
import type { Contact } from '../../records/kinds/contact.ts'
import type { Row } from '../../records/row.ts'
import { tameLine } from '../../records/text/tame-text.ts'
import { type Carded, writeCards } from '../../records/vcard/write-cards.ts'

type Person = Row<'contact'>

/** Contacts as vCards; `nameOf` is how a customer is called. */
export const cardsOf = (contacts: readonly Person[], nameOf: (customer: string) => string | undefined): Promise<string> =>
  writeCards(
    contacts.map(
      (contact): Carded => ({ contact: contact as Contact, org: nameOf(contact.customer ?? ''), uid: uidOf(contact.path) }),
    ),
  )

/** The identity of a contact: it follows from the path, so that the same card is the same for everybody. */
function uidOf(path: string): string {
  const hex = hashOf('sha256', path).slice(0, 32)
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`
}

/** Contacts as a table, with headings that `import csv` reads. */
export function rowsOf(contacts: readonly Person[], nameOf: (customer: string) => string | undefined): string {
  const columns: [heading: string, value: (contact: Person) => string | undefined][] = [
    ['Full Name', ({ name }) => name],
    ['Email', ({ email }) => email],
    ['Other Emails', ({ emails }) => emails?.join('; ')],
    ['Phone', ({ phone }) => phone],
    ['Job Title', ({ title }) => title],
    ['Company', ({ customer = '' }) => nameOf(customer)],
    ['LinkedIn', ({ linkedin }) => linkedin],
    ['Role', ({ role }) => role],
    ['Status', ({ status }) => status],
    ['Contact Owner', ({ owner }) => owner],
    ['Tags', ({ tags }) => tags?.join('; ')],
    ['Path', ({ path }) => path],
  ]
  return csvText([
    columns.map(([heading]) => heading),
    ...contacts.map((one) => columns.map(([, value]) => tameLine(value(one) ?? ''))),
  ])
}
