import { domainOf } from '../../records/domain-of.ts'
import { emailKey } from '../../records/email-key.ts'
import { activityFileName } from '../../records/file-name.ts'
import type { Contact } from '../../records/kinds/contact.ts'
import type { Customer } from '../../records/kinds/customer.ts'
import type { Deal } from '../../records/kinds/deal.ts'
import { slugInPath } from '../../records/kinds.ts'
import type { Edit, Plan } from '../../records/plan.ts'
import type { FieldEdit } from '../../records/schema/field-values.ts'
import { applyEdits } from '../../records/text/apply-edits.ts'
import { newRecordText } from '../../records/text/new-record.ts'
import { relinkFile } from '../../workspace/links/plan-relinks.ts'
import type { Kept } from '../../workspace/records.ts'
import { stubText } from './stub-text.ts'

/** A part the person plays in an open deal that stays behind. */
export type OpenRole = { deal: string; role: string; path: string; line: number }

type Asked = {
  to: Kept<'customer'>
  /** Where the contact will lie. */
  path: string
  /** The hash of a stub that stands there: the person came back. */
  stub?: string | undefined
  /** The customer it leaves; undefined for `_unassigned`. */
  old: Customer | undefined
  roles: readonly OpenRole[]
  email?: string | undefined
  title?: string | undefined
  day: string
  date: string
  by: string | undefined
  ending: (of: string) => string
  has: (path: string) => boolean
}

/** Fields that belong to the post rather than to the person. */
const ofThePost = ['title', 'role', 'reports_to', 'owner', 'status', 'moved_to', 'bounced', 'archived'] as const

/** Decides the way of a person to another company: a new file there, a stub here, and a note of who left where deals are open. */
export function planContactMove(
  contact: Kept<'contact'>,
  { to, path, stub: standing, old, roles, email, title, day, date, by, ending, has }: Asked,
) {
  const { value, customer = '', slug } = contact
  const { leaves, stays } = sortAddresses(value, old)
  const text = applyEdits(contact.path, contact.text, arriving(contact, { stays, email, title }))!
  const ways = new Map([[contact.path, path]])
  const moved = relinkFile(ways, { was: contact.path, is: path, has }, text).text
  const behind = Object.fromEntries(ofThePost.slice(0, 4).flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]])))
  const stub = stubText('contact', contact.path, path, {
    name: value.name,
    ...(leaves[0] && { email: leaves[0] }),
    ...(leaves.length > 1 && { emails: leaves.slice(1) }),
    status: 'left',
    moved_to: to.slug,
    left: day,
    ...behind,
  })
  const told = planNotes(contact, { to, now: `${to.slug}/${slugInPath(path)}`, roles, date, by, ending })
  const edits: Edit[] = [
    ...(standing === undefined ? [] : [{ do: 'delete', path, from: standing } as const]),
    { do: 'move', path: contact.path, from: contact.sha, to: path },
    { do: 'replace', path, from: '', text: moved },
    { do: 'create', path: contact.path, text: stub },
    ...told.map(({ path: note, text: said }): Edit => ({ do: 'create', path: note, text: said })),
  ]
  const plan: Plan = { subject: `${customer}/${slug}: moved to ${to.slug}`, edits }
  return {
    plan,
    stub: contact.path,
    events: told.map(({ path: note, event, deal }) => ({ event, path: note, ...(deal && { deal }) })),
  }
}

/** Work addresses of the company that is left stay behind; others are the person's own. */
function sortAddresses({ email, emails = [] }: Contact, old: Customer | undefined): { leaves: string[]; stays: string[] } {
  const domains = [old?.domain, ...(old?.domains ?? [])].flatMap((one) => (one ? (domainOf(one) ?? []) : []))
  const isTheirs = (address: string) => {
    const host = domainOf(address) ?? ''
    return domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
  }
  const all = [...(email ? [email] : []), ...emails]
  return { leaves: all.filter(isTheirs), stays: all.filter((address) => !isTheirs(address)) }
}

type Arriving = { stays: readonly string[]; email: string | undefined; title: string | undefined }

/** What the person's file says from now on. */
function arriving({ path, sha: from, value, customer }: Kept<'contact'>, { stays, email, title }: Arriving): Edit[] {
  const main = email ?? stays[0]
  const more = stays.filter((address) => address !== main && emailKey(address) !== emailKey(main ?? ''))
  const set = (field: string, wanted: unknown): FieldEdit[] =>
    wanted === undefined || (Array.isArray(wanted) && wanted.length === 0)
      ? Object.hasOwn(value, field)
        ? [{ do: 'remove', field: [field] }]
        : []
      : [{ do: 'set', field: [field], value: wanted }]
  const fields = [
    ...set('email', main),
    ...set('emails', more),
    ...set('title', title),
    ...ofThePost.slice(1).flatMap((field) => (field === 'bounced' && main === value.email ? [] : set(field, undefined))),
    ...(customer && customer !== '_unassigned' ? set('moved_from', customer) : []),
  ]
  return fields.map((edit): Edit => ({ ...edit, path, from, value: edit.value }))
}

type Noted = {
  to: Kept<'customer'>
  now: string
  roles: readonly OpenRole[]
  date: string
  by: string | undefined
  ending: (of: string) => string
}

/** The event as the tree keeps it: a note at the old customer, one for each open deal, one alone where there is none. */
function planNotes({ value, customer = '', slug }: Kept<'contact'>, { to, now, roles, date, by, ending }: Noted) {
  if (customer === '_unassigned') return []
  const deals = [...new Set(roles.map(({ deal }) => deal))]
  return (deals.length > 0 ? deals : [undefined]).map((deal) => {
    const own = roles.filter((role) => role.deal === deal).map(({ role }) => role)
    const event = own.includes('champion') || (!deal && value.role === 'champion') ? 'champion_left' : 'contact_left'
    const subject = `${value.name} left for ${to.value.name}`
    const name = activityFileName({ type: 'note', date, subject }, ending(`${customer}/${slug} ${deal ?? ''} ${date}`))
    const parts = own.length > 0 ? ` In this deal: ${[...new Set(own)].join(', ')}.` : ''
    const text = newRecordText(
      'activity',
      { type: 'note', date, subject, direction: 'internal', by, participants: [slug], deal, event },
      `${value.name} now works at ${to.value.name} ([[${now}]]).${parts}`,
    )
    return { path: `customers/${customer}/activities/${name}`, event, deal, text }
  })
}

/** The parts a person plays in open deals, with their lines. */
export const rolesIn = (
  deals: readonly Kept<'deal'>[],
  slug: string,
  lineOf: (deal: Kept<'deal'>, field: readonly string[]) => number,
): OpenRole[] =>
  deals.flatMap((deal) =>
    partsOf(deal.value, slug).map(({ role, field }) => ({ deal: deal.slug, role, path: deal.path, line: lineOf(deal, field) })),
  )

function partsOf({ primary_contact, people = [], meddpicc = {} }: Deal, slug: string): { role: string; field: string[] }[] {
  const named = Object.entries(meddpicc).flatMap(([key, said]) => {
    const who = typeof said === 'string' ? said : (said as { contact?: string } | undefined)?.contact
    return who === slug && (key === 'champion' || key === 'economic_buyer')
      ? [{ role: key.replace('_', '-'), field: ['meddpicc', key] }]
      : []
  })
  const listed = people.flatMap(({ contact, role }, n) =>
    contact === slug ? [{ role: role ?? 'other', field: ['people', `${n}`] }] : [],
  )
  const roles = [...listed, ...named.filter(({ role }) => !listed.some((other) => other.role === role))]
  return roles.length > 0 || primary_contact !== slug ? roles : [{ role: 'primary contact', field: ['primary_contact'] }]
}
