import { isSlug, slugify } from '../../records/slug.ts'
import { newRecordText } from '../../records/text/new-record.ts'
import type { Filing, Step } from './intake.ts'
import { addressesOf, type Known } from './open-known.ts'

/** Somebody of a mail or meeting who is none of us. */
export type Person = { address: string; name?: string }

type Named = {
  /** As activities name them: contacts by slug, others by address. */
  participants: string[]
  steps: Step[]
  notes: string[]
}

/** People of an activity beyond these are left out. */
const most = 50

/** Mailboxes that no one person has. */
const shared =
  /^(?:info|sales|support|hello|contact|office|admin|team|billing|accounts?|accounting|invoices?|hr|jobs|careers|press|marketing|newsletter|no-?reply|do-?not-?reply|notifications?|service|help|mail|post|kontakt|vertrieb|einkauf|buchhaltung|rechnung|calendar|events?|security|legal|procurement|purchasing)(?:[-+._].*)?@/i

/**
 * Names those who took part at a customer. Who is not known yet, but has a name and an address at the customer's own domain, becomes a
 * contact; for others a note says how to make one.
 */
export function nameGuests(
  people: readonly Person[],
  customer: string,
  { known, filing, because }: { known: Known; filing: Filing; because: string },
): Named {
  const named: Named = { participants: [], steps: [], notes: [] }
  for (const person of people.slice(0, most)) {
    const slug = slugOf(person, customer, known, filing) ?? newContact(person, customer, { known, filing, because }, named)
    named.participants.push(slug ?? person.address)
  }
  if (people.length > most) named.notes.push(`${people.length - most} of ${people.length} people are left out`)
  named.participants = [...new Set(named.participants)]
  return named
}

const slugOf = ({ address }: Person, customer: string, known: Known, { contacts }: Filing) =>
  known.contactsOf(customer).find(({ value }) => addressesOf(value).includes(address))?.slug ??
  contacts.get(`${customer} ${address}`)

function newContact(
  { address, name = '' }: Person,
  customer: string,
  { known, filing, because }: { known: Known; filing: Filing; because: string },
  named: Named,
): string | undefined {
  const isTheirs = known.customersAt(address.replace(/^.*@/, '')).includes(customer)
  if (!isTheirs || customer === '_unassigned' || shared.test(address)) return undefined
  const slug = slugify(name)
  const make = `dossier contact new ${customer} ${isFullName(name) ? `"${name}"` : '"Full Name"'} email=${address}`
  if (!isFullName(name) || !isSlug(slug)) {
    named.notes.push(`${address} is no contact yet: ${make}`)
    return undefined
  }
  const path = `customers/${customer}/contacts/${slug}.md`
  if (filing.made.has(path) || known.contactsOf(customer).some((one) => one.slug.toLowerCase() === slug)) {
    named.notes.push(
      `${customer}/${slug} has another address than ${address}; if they are one: dossier contact set ${customer}/${slug} emails+=${address}`,
    )
    return undefined
  }
  filing.edits.push({ do: 'create', path, text: newRecordText('contact', { name, email: address }) })
  filing.made.set(path, address)
  filing.contacts.set(`${customer} ${address}`, slug)
  named.steps.push({
    did: 'file',
    what: 'contact',
    called: name,
    path,
    customer,
    because: `${because}, with an address of theirs`,
  })
  return slug
}

/** Whether a text is how a person is called in full: two words or more that begin as names do. */
const isFullName = (name: string) =>
  name.length <= 60 && /^\p{L}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){1,4}$/u.test(name) && /\p{Lu}|\p{Lo}/u.test(name)
