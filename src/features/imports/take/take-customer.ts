import { companyKey } from '../../../records/company-name.ts'
import { freeSlug, lettersOf, slugOf } from '../../../records/slug.ts'
import type { Kept } from '../../../workspace/records.ts'
import type { Draft, Named } from '../draft.ts'
import { type KnownCustomer, rowKey } from '../match/customer-index.ts'
import type { Run } from '../run.ts'
import type { Outcome } from '../write/collect-writes.ts'
import { namePerson } from './name-person.ts'
import { storeChange, storeNew, textOfRow, type Values } from './store-row.ts'

/** Takes a row of a list of companies: a new customer, or one that is known by its id, its domain or its name. */
export function takeCustomer(run: Run, draft: Draft, system: string): Outcome {
  const { name, domain } = draft.fields as { name: string; domain?: string }
  const row: Named = { name, ...(draft.id && { id: draft.id }), ...(domain && { domain }) }
  const ownId = draft.id ? { [system]: draft.id } : undefined
  const twin = lettersOf(rowKey(row), 8)
  const found = draft.id ? run.customers.match(row, system) : findWithoutId(run, row, twin, system)
  const external = ownId ?? (found.several && found.several.length > 0 ? { csv: twin } : undefined)
  const values = valuesOf(run, draft, external, system)

  const kept = found.one && run.kept.get(found.one.slug)
  if (kept) return changeCustomer(run, kept, values, draft)
  const text = () => ({ text: textOfRow(run, 'customer', values, bodyOf(name, draft.body)), values })
  if (found.one) {
    if (found.one.row === undefined) run.customers.add({ ...found.one, row: rowKey(row) })
    return storeNew(run, { kind: 'customer', path: pathOf(found.one.slug) }, text(), draft)
  }
  const identity = { identity: draft.id ?? rowKey(row), ...(domain && { domain }) }
  const isTaken = (slug: string) => run.writes.isMade(pathOf(slug)) || run.standing.has(`customers/${slug.toLowerCase()}`)
  const slug = freeSlug(slugOf(name, identity), isTaken, identity)
  run.customers.add(known(slug, values, rowKey(row)))
  return storeNew(run, { kind: 'customer', path: pathOf(slug) }, text(), draft)
}

const pathOf = (slug: string) => `customers/${slug}/customer.md`
const bodyOf = (name: string, body?: string) => [`# ${name}`, ...(body ? [body] : [])].join('\n\n')

function findWithoutId(run: Run, row: Named, twin: string, system: string) {
  const own = run.customers.find({ id: twin }, 'csv')
  return own.one ? own : run.customers.match(row, system)
}

function valuesOf(run: Run, draft: Draft, external: Record<string, string> | undefined, system: string): Values {
  const parent = draft.above && run.customers.find(draft.above, system).one?.slug
  return {
    ...draft.fields,
    owner: namePerson(run, draft.owner, system),
    csm: namePerson(run, draft.csm, system),
    parent,
    external,
    imported: draft.imported,
    ...(draft.above && !parent && { belongs_to: belongsTo(draft.above, system) }),
  }
}

/** What a row says of a company that is nowhere to be found, for a later import to look again. */
export const belongsTo = ({ id, name, domain }: Named, system: string) => ({
  ...(name && { name }),
  ...(domain && { domain }),
  ...(id && { external: { [system]: id } }),
})

const known = (
  slug: string,
  { name, domain, domains = [], aliases = [], external = {} }: Values,
  row?: string,
): KnownCustomer => ({
  slug,
  names: [name as string, ...(aliases as string[])],
  domains: [...(domain ? [domain as string] : []), ...(domains as string[])],
  external: external as Record<string, string>,
  ...(row !== undefined && { row }),
})

/** A customer of the tree, as an import knows it. */
export const knownCustomer = ({ slug, value }: Kept<'customer'>) => known(slug, value)

/** A customer keeps the name and the domain it has; another one the row knows is added to them. */
function changeCustomer(run: Run, record: Kept<'customer'>, values: Values, draft: Draft): Outcome {
  const { name, domain, external, ...rest } = values as { name: string; domain?: string; external?: Record<string, string> }
  const { value } = record
  const names = [value.name, ...(value.aliases ?? [])].map(companyKey)
  const domains = [value.domain, ...(value.domains ?? [])].map((one) => one?.replace(/^www\./i, '').toLowerCase())
  const { outcome, record: now } = storeChange(
    run,
    record,
    {
      ...rest,
      external: ownIds(external, value.external),
      ...(!names.includes(companyKey(name)) && { aliases: [name] }),
      ...(domain && !value.domain && { domain }),
      ...(domain && value.domain && !domains.includes(domain) && { domains: [domain] }),
    },
    draft,
  )
  run.kept.set(record.slug, now)
  run.customers.add(knownCustomer(now))
  return outcome
}

/** A customer that was merged has several ids in one system; the one it has stays. */
function ownIds(external: Record<string, string> = {}, there: Record<string, string> = {}): Record<string, string> | undefined {
  const kept = Object.entries(external).filter(([system, id]) => (there[system] ?? id) === id)
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
