import { domainOf, isFreeMail } from '../../records/domain-of.ts'
import { ContactRole } from '../../records/kinds/contact.ts'
import { freeSlug, slugOf } from '../../records/slug.ts'
import { newRecordText } from '../../records/text/new-record.ts'
import type { Card } from '../../records/vcard/card.ts'
import type { Kept } from '../../workspace/records.ts'
import { askCustomer } from './ask-customer.ts'
import { type Chosen, some } from './choose-customer.ts'
import type { Content, FilePlan, Hands, Step } from './intake.ts'
import { addressesOf } from './open-known.ts'

type Told = Pick<FilePlan, 'steps' | 'questions' | 'notes'>
type Read = Pick<Extract<Content, { is: 'cards' }>, 'cards' | 'troubles'>

/** Decides where people of vCards go: known ones are filled up, others become contacts of the customer that their address or company tells. */
export function planCards({ cards, troubles }: Read, hands: Hands): Told {
  const told: Told = { steps: [], questions: [], notes: [...troubles] }
  const asked = new Map<string, { chosen: Extract<Chosen, { candidates: string[] }>; names: string[] }>()
  for (const card of cards) {
    if (card.name.includes('@')) {
      told.steps.push({ did: 'leave out', what: 'contact', called: card.name, because: 'the card has no name' })
      continue
    }
    if (card.emails.some((address) => hands.known.isOurs(address))) {
      told.steps.push({ did: 'leave out', what: 'contact', called: card.name, because: 'one of us' })
      continue
    }
    const known = findKnown(card, hands)
    const chosen = known.length === 1 ? { customer: known[0]!.customer!, because: '' } : choose(card, known, hands)
    if ('candidates' in chosen) {
      const key = `${chosen.why} ${chosen.candidates.join(' ')}`
      asked.set(key, { chosen, names: [...(asked.get(key)?.names ?? []), card.name] })
      continue
    }
    const there = known[0] ?? namesake(card, chosen.customer, hands)
    told.steps.push(there ? fillUp(there, card, told.notes, hands) : newContact(card, chosen, hands))
  }
  for (const { chosen, names } of asked.values())
    told.questions.push(askCustomer(`${some(names)}: ${chosen.why}`, chosen.candidates, hands))
  return told
}

/** The contacts who have one of the card's addresses; what a person said of the customer tells between several. */
function findKnown({ emails }: Card, { known, said }: Hands): Kept<'contact'>[] {
  const found = [...new Map(emails.flatMap(known.contactsBy).map((one) => [one.path, one])).values()]
  const there = found.filter(({ customer }) => customer === said.customer)
  return there.length > 0 ? there : found
}

/** A contact of the customer with the same name, and no address that says otherwise. */
const namesake = ({ name, emails }: Card, customer: string, { known }: Hands) =>
  known
    .contactsOf(customer)
    .find(
      ({ value }) => value.name.toLowerCase() === name.toLowerCase() && (emails.length === 0 || addressesOf(value).length === 0),
    )

function choose({ emails, org = '' }: Card, known: Kept<'contact'>[], { known: tree, said }: Hands): Chosen {
  if (said.customer) return { customer: said.customer, because: 'you said so' }
  if (known.length > 1) return { candidates: known.map(({ customer }) => customer!), why: 'several have this address' }
  const domains = emails.map((address) => address.replace(/^.*@/, ''))
  const byDomain = [...new Set(domains.flatMap(tree.customersAt))]
  const byName = org ? tree.customersNamed(org) : []
  const both = byDomain.filter((slug) => byName.includes(slug))
  const found = both.length > 0 ? both : byDomain.length > 0 ? byDomain : byName
  if (found.length === 1) {
    const domain = domains.find((one) => tree.customersAt(one).includes(found[0]!))
    return { customer: found[0]!, because: domain ? `the address is at ${domain}` : `the company is ${org}` }
  }
  if (found.length > 1) return { candidates: found, why: 'several fit' }
  const own = domains.filter((one) => !isFreeMail(one))
  return {
    candidates: [],
    why: org
      ? `no customer is called ${org}`
      : own.length > 0
        ? `no customer has the domain ${own[0]}`
        : 'nothing tells the company',
  }
}

/** The fields of a contact as the card has them. */
function fieldsOf({ emails, phones, title, linkedin, role, tags }: Card) {
  const [email, ...others] = emails
  return {
    email,
    emails: others.length > 0 ? others : undefined,
    phone: phones[0],
    title,
    role: ContactRole.safeParse(role).data,
    linkedin,
    tags: tags.length > 0 ? tags : undefined,
  }
}

function fillUp(there: Kept<'contact'>, card: Card, notes: string[], { filing }: Hands): Step {
  const { path, sha: from, value, slug, customer = '' } = there
  const has = new Set(addressesOf(value))
  const emails = card.emails.filter((address) => !has.has(address))
  const wanted = { ...fieldsOf(card), email: value.email ? undefined : emails[0], emails: undefined }
  const filled: string[] = []
  for (const [key, now] of Object.entries(wanted)) {
    const was = value[key as keyof typeof wanted]
    if (now === undefined || JSON.stringify(now) === JSON.stringify(was)) continue
    if (was === undefined) {
      filing.edits.push({ do: 'set', path, from, field: [key], value: now })
      filled.push(key)
    } else if (key !== 'tags') notes.push(`${customer}/${slug}: ${key} stays "${String(was)}"; the card says "${String(now)}"`)
  }
  if (value.email && emails.length > 0) notes.push(`${customer}/${slug}: the card has another address, ${some(emails)}`)
  const did = filled.length > 0 ? 'update' : 'known'
  return {
    did,
    what: 'contact',
    called: card.name,
    path,
    customer,
    because: filled.length > 0 ? `fills ${filled.join(', ')}` : 'nothing new',
  }
}

function newContact(
  card: Card,
  { customer, because }: { customer: string; because: string },
  { known, filing, isThere }: Hands,
): Step {
  const { name, emails } = card
  const before = emails.map((address) => filing.contacts.get(`${customer} ${address}`)).find(Boolean)
  if (before)
    return {
      did: 'known',
      what: 'contact',
      called: name,
      path: `customers/${customer}/contacts/${before}.md`,
      customer,
      because: 'stands in this intake twice',
    }
  const identity = emails[0] ?? name
  const pathOf = (slug: string) => `customers/${customer}/contacts/${slug}.md`
  const taken = new Set(known.contactsOf(customer).map(({ slug }) => slug.toLowerCase()))
  const slug = freeSlug(
    slugOf(name, { identity }),
    (one) => taken.has(one) || filing.made.has(pathOf(one)) || isThere(pathOf(one)),
    { identity },
  )
  const domain = domainOf(emails[0] ?? '')
  const belongs = { ...(card.org && { name: card.org }), ...(domain && !isFreeMail(domain) && { domain }) }
  const isNobodys = customer === '_unassigned' && Object.keys(belongs).length > 0
  const fields = { name, ...fieldsOf(card), ...(isNobodys && { belongs_to: belongs }) }
  filing.edits.push({ do: 'create', path: pathOf(slug), text: newRecordText('contact', fields) })
  filing.made.set(pathOf(slug), identity)
  for (const address of emails) filing.contacts.set(`${customer} ${address}`, slug)
  return { did: 'file', what: 'contact', called: name, path: pathOf(slug), customer, because }
}
