import { slugInPath } from '../../../records/kinds.ts'
import type { FieldEdit } from '../../../records/schema/field-values.ts'
import { freeSlug } from '../../../records/slug.ts'
import type { Place } from '../../../workspace/place.ts'
import { asIfMade, type Kept, readAll } from '../../../workspace/records.ts'
import { recordPaths } from '../../../workspace/tree.ts'
import type { Draft, Named } from '../draft.ts'
import type { MemberKind, Run } from '../run.ts'
import { findPlace, leadSystem, nobody } from './find-place.ts'
import { contactEdits } from './settle-contacts.ts'
import { storeEdits } from './store-row.ts'

/** What an earlier import left to nobody goes to its customer, once there is one that fits. */
export function settleUnassigned(run: Run, place: Place, kind: MemberKind): void {
  const { records } = readAll(place, kind, recordPaths(place, kind, nobody), run.team)
  for (const record of records) {
    const { belongs_to: belonging } = record.value
    if (!belonging) continue
    const { customer } = findPlace(
      { ...run, makesCustomers: false, said: { ...run.said, unplaced: new Map() } },
      ...askFor(record),
    )
    if (customer !== nobody) assign(run, record, kind, customer)
  }
}

/** The question to which customer a record belongs, as if it were a row again. */
function askFor({ kind, path, value }: Kept<MemberKind>): [Draft, string] {
  const { name, domain, external = {} } = value.belongs_to!
  const entries = Object.entries(external)
  const lead = entries.find(([system]) => system.endsWith(leadSystem('')))
  const own = entries.find((entry) => entry !== lead)
  const company: Named = { ...(name && { name }), ...(domain && { domain }), ...(own && { id: own[1] }) }
  const draft: Draft = { kind, file: path, line: 1, fields: {}, imported: {}, company, ...(lead && { lead: lead[1] }) }
  return [draft, own?.[0] ?? lead?.[0].slice(0, -leadSystem('').length) ?? 'csv']
}

function assign(run: Run, record: Kept<MemberKind>, kind: MemberKind, customer: string): void {
  const pathOf = (slug: string) => `customers/${customer}/${kind}s/${slug}.md`
  const isTaken = (slug: string) => run.standing.has(pathOf(slug).toLowerCase()) || run.writes.isMade(pathOf(slug))
  const to = pathOf(freeSlug(slugInPath(record.path), isTaken, { identity: record.path }))
  const { record: now } = storeEdits(run, record, [
    { do: 'remove', field: ['belongs_to'] },
    ...(record.kind === 'deal' ? contactEdits(run, record as Kept<'deal'>, customer) : []),
  ])
  run.writes.move(record, to)
  run.standing.delete(record.path.toLowerCase())
  run.standing.add(to.toLowerCase())
  run.moved.set(record.path, asIfMade(kind, to, now.text, run.team, record.sha) ?? now)
  run.said.assigned.push(to)
}

/** Customers whose parent was nowhere to be found get it, once it is there. */
export function settleParents(run: Run): void {
  for (const record of run.kept.values()) {
    const { belongs_to: belonging } = record.value
    if (!belonging) continue
    const { name, domain, external = {} } = belonging
    const [system, id] = Object.entries(external)[0] ?? ['csv', undefined]
    const parent = run.customers.find({ ...(name && { name }), ...(domain && { domain }), ...(id && { id }) }, system).one?.slug
    if (!parent || parent === record.slug) continue
    const edits: FieldEdit[] = [
      { do: 'remove', field: ['belongs_to'] },
      { do: 'set', field: ['parent'], value: parent },
    ]
    run.kept.set(record.slug, storeEdits(run, record, edits).record)
  }
}
