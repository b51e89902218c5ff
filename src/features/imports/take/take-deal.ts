import { companyKey } from '../../../records/company-name.ts'
import { lettersOf, slugOf, withLetters } from '../../../records/slug.ts'
import type { Draft } from '../draft.ts'
import { idKey } from '../match/id-key.ts'
import type { Run } from '../run.ts'
import type { Outcome } from '../write/collect-writes.ts'
import { findContact, keepContact } from './find-contact.ts'
import { type Belonging, findPlace, leadSystem, nobody } from './find-place.ts'
import { namePerson } from './name-person.ts'
import { nameProduct } from './name-product.ts'
import { storeMember } from './store-member.ts'
import { belongsTo } from './take-customer.ts'

/** Takes a row of a list of deals. Its name ends in letters of its id, so that two people who import it make one file. */
export function takeDeal(run: Run, draft: Draft, system: string): Outcome {
  const { name, stage } = draft.fields as { name: string; stage?: string }
  const place = findPlace(run, draft, system)
  const [key, id] = draft.id ? [system, draft.id] : ['csv', idOfWords(run, draft)]
  const contact = draft.contact && findContact(run, draft.contact, place.customer, [system])
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
        ...(draft.contact && (!contact || place.customer === nobody) && keepContact(draft.contact)),
      },
      ...belonging(place, system),
    },
    elsewhere: (customer) => ({
      primary_contact: draft.contact && findContact(run, draft.contact, customer, [system]),
      imported: draft.imported,
    }),
    body: draft.body,
    row: draft,
  })
}

function belonging({ customer, named, lead }: Belonging, system: string) {
  if (customer !== nobody || (!named && !lead)) return {}
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
