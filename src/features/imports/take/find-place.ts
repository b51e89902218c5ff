import { isFreeMail } from '../../../records/domain-of.ts'
import type { Draft, Named } from '../draft.ts'
import type { KnownBy } from '../match/placed-rows.ts'
import type { Run } from '../run.ts'
import { takeCustomer } from './take-customer.ts'

/** Where a contact or deal belongs: a customer's slug, or nobody's; `named` is what a later import may look for. */
export type Belonging = { customer: string; named?: Named; lead?: string }

export const nobody = '_unassigned'

/** Finds the customer a contact, lead or deal belongs to: by what the row says of the company, else by the lead it grew from. */
export function findPlace(run: Run, draft: Draft, system: string): Belonging {
  const { lead } = draft
  const named = draft.company ?? companyOfMail(draft)
  const found = named && run.customers.find(named, system)
  if (found?.one) return { customer: found.one.slug }
  const grown = lead && placeOfLead(run, lead, system)
  if (grown && grown !== nobody) return { customer: grown }
  if (run.makesCustomers && named?.name && (found?.several.length ?? 0) === 0)
    return { customer: makeCustomer(run, draft, named, system) }
  if (draft.company) count(run, draft, found?.several ?? [])
  return { customer: nobody, ...(named && { named }), ...(lead && { lead }) }
}

/** A contact of whom only the address is known belongs where its domain does. */
function companyOfMail({ kind, fields }: Draft): Named | undefined {
  const email = kind === 'contact' || kind === 'lead' ? (fields['email'] as string | undefined) : undefined
  const domain = email?.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return domain && !isFreeMail(domain) ? { domain } : undefined
}

/** The external key of a lead, whose ids are others than those of contacts. */
export const leadSystem = (system: string) => `${system}_lead`

function placeOfLead(run: Run, lead: string, system: string): string | undefined {
  const by: KnownBy = { ids: [[leadSystem(system), lead]], emails: [] }
  const path = run.placed.find('contact', by)
  if (path) return path.split('/')[1]
  return run.members.contact.match({ ...by, customer: '', name: '' })?.customer
}

function makeCustomer(run: Run, { file, line }: Draft, named: Named, system: string): string {
  const { id, name, domain } = named
  const fields = { name: name!, ...(domain && { domain }), type: 'prospect' }
  takeCustomer(run, { kind: 'customer', file, line, fields, imported: {}, ...(id && { id }) }, system)
  const { slug } = run.customers.find(named, system).one!
  run.said.customers.push(slug)
  return slug
}

/** How many names of companies are counted for the plan. */
const most = 10_000

function count({ said: { unplaced } }: Run, { kind, company }: Draft, several: string[]): void {
  const name = company?.name ?? company?.domain ?? company?.id ?? ''
  const there = unplaced.get(name)
  if (there) there.rows++
  else if (unplaced.size < most) unplaced.set(name, { kind: kind === 'deal' ? 'deal' : 'contact', rows: 1, several })
}
