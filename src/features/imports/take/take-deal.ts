import { companyKey } from '../../../records/company-name.ts'
import { lettersOf, slugOf, withLetters } from '../../../records/slug.ts'
import type { Draft } from '../draft.ts'
import { idKey } from '../match/id-key.ts'
import type { KnownBy } from '../match/placed-rows.ts'
import { findProduct } from '../match/product-names.ts'
import type { Run } from '../run.ts'
import type { Outcome } from '../write/collect-writes.ts'
import { type Belonging, findPlace, leadSystem } from './find-place.ts'
import { namePerson } from './name-person.ts'
import { storeMember } from './store-member.ts'
import { belongsTo } from './take-customer.ts'

/** Takes a row of a list of deals. Its name ends in letters of its id, so that two people who import it make one file. */
export function takeDeal(run: Run, draft: Draft, system: string): Outcome {
  const { name, stage } = draft.fields as { name: string; stage?: string }
  const place = findPlace(run, draft, system)
  const [key, id] = draft.id ? [system, draft.id] : ['csv', idOfWords(run, draft)]
  const contact = contactOf(run, draft, place, system)
  const products = draft.products?.map((written) => nameProduct(run, written))
  return storeMember(run, {
    kind: 'deal',
    customer: place.customer,
    slug: withLetters(slugOf(name, { identity: id }), idKey(key, id)),
    ids: [[key, id]],
    emails: [],
    identity: idKey(key, id),
    values: {
      ...draft.fields,
      name,
      owner: namePerson(run, draft.owner, system),
      ...(stage !== undefined && run.stageOf(draft.file, stage)),
      ...(contact && { primary_contact: contact }),
      ...(products && { lines: products.map((product) => ({ product })) }),
      external: { [key]: id },
      imported: {
        ...draft.imported,
        ...(draft.contact && !contact && { Contact: draft.contact.name ?? draft.contact.email ?? draft.contact.id ?? '' }),
      },
      ...belonging(place, system),
    },
    body: draft.body,
  })
}

function belonging({ customer, named, lead }: Belonging, system: string) {
  if (customer !== '_unassigned' || (!named && !lead)) return {}
  const to = named ? belongsTo(named, system) : {}
  return {
    belongs_to: { ...to, ...(lead && { external: { ...('external' in to && to.external), [leadSystem(system)]: lead } }) },
  }
}

/** What stands for the id of a deal whose file gives none: what is said of it that does not change as it goes on; the same words again count on. */
function idOfWords({ repeated }: Run, { fields, company = {}, lead, products = [] }: Draft): string {
  const { id, domain, name = '' } = company
  const { name: called, opened } = fields as { name: string; opened?: string }
  const words = [id ?? domain ?? companyKey(name), called, opened ?? '', lead ?? '', ...products]
  const said = words.join('\0')
  const times = (repeated.get(said) ?? 0) + 1
  repeated.set(said, times)
  return lettersOf(times > 1 ? `${said}\0${times}` : said, 10)
}

/** The contact of the same customer that a deal names. */
function contactOf(run: Run, { contact }: Draft, { customer }: Belonging, system: string): string | undefined {
  if (!contact) return undefined
  const { id, email, name = '' } = contact
  const by: KnownBy = { ids: id ? [[system, id]] : [], emails: email ? [email] : [] }
  const path = run.placed.find('contact', by) ?? run.members.contact.match({ ...by, customer, name })?.path
  const [, owner, slug] = /^customers\/([^/]+)\/contacts\/([^/]+)\.md$/.exec(path ?? '') ?? []
  return owner === customer ? slug : undefined
}

/** A product's name as our list has it; spelt almost like a known one it is that one, and the plan says so. */
function nameProduct({ products, said }: Run, written: string): string {
  const known = findProduct(products, written)
  if (!known) {
    said.newProducts.set(written, (said.newProducts.get(written) ?? 0) + 1)
    return written
  }
  if (known.name === written) return written
  const there = said.products.get(written)
  if (there) there.rows++
  else said.products.set(written, { product: known.name, rows: 1 })
  return known.name
}
