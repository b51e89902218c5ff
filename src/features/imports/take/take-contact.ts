import { slugOf } from '../../../records/slug.ts'
import type { Draft } from '../draft.ts'
import { emailsOf } from '../match/member-index.ts'
import type { Run } from '../run.ts'
import type { Outcome } from '../write/collect-writes.ts'
import { findPlace, leadSystem } from './find-place.ts'
import { namePerson } from './name-person.ts'
import { storeMember } from './store-member.ts'
import { belongsTo } from './take-customer.ts'

/** Takes a row of a list of contacts or leads; who may not be written to is kept from mail for good. */
export function takeContact(run: Run, draft: Draft, system: string): Outcome {
  const { name, email, emails = [] } = draft.fields as { name: string; email?: string; emails?: string[] }
  const place = findPlace(run, draft, system)
  const ids: [string, string][] = draft.id ? [[draft.kind === 'lead' ? leadSystem(system) : system, draft.id]] : []
  const addresses = [email, ...emails].flatMap((one) => (one ? [one.toLowerCase()] : []))
  if (draft.suppress) {
    const known = run.members.contact.match({ ids, emails: addresses, customer: place.customer, name })
    suppress(run, draft, new Set([...addresses, ...(known ? emailsOf(known) : [])]), system)
  }
  const identity = draft.id ?? email ?? name
  return storeMember(run, {
    kind: 'contact',
    customer: place.customer,
    slug: slugOf(name, { identity }),
    ids,
    emails: addresses,
    identity,
    values: {
      ...draft.fields,
      name,
      owner: namePerson(run, draft.owner, system),
      external: Object.fromEntries(ids),
      imported: draft.imported,
      ...(place.named && { belongs_to: belongsTo(place.named, system) }),
    },
    body: draft.body,
    row: draft,
  })
}

function suppress({ suppressed }: Run, { suppress: told = [] }: Draft, addresses: ReadonlySet<string>, system: string): void {
  const [why] = told.toSorted((a, b) => (a.reason < b.reason ? 1 : -1))
  if (!why) return
  for (const email of addresses) {
    const before = suppressed.get(email)
    if (before?.reason === 'opt-out') continue
    suppressed.set(email, { email, reason: why.reason, ...(why.on && { on: why.on }), source: `${system}: ${why.said}` })
  }
}
