import type { RowKind } from '../../../records/kinds/import-map.ts'
import { freeSlug } from '../../../records/slug.ts'
import type { Kept } from '../../../workspace/records.ts'
import type { MemberKind, Run } from '../run.ts'
import type { Outcome } from '../write/collect-writes.ts'
import { findMerged } from './find-merged.ts'
import { leadSystem } from './find-place.ts'
import { storeChange, storeNew, textOfRow, type Values } from './store-row.ts'

type Member = {
  kind: MemberKind
  customer: string
  /** The slug it would like to have. */
  slug: string
  ids: readonly [system: string, id: string][]
  emails: readonly string[]
  identity: string
  values: Values & { name: string }
  /** What it says where a person moved it to another customer. */
  elsewhere?: (customer: string) => Values
  body?: string | undefined
  row: { file: string; line: number; kind: RowKind }
}

/** Stores a contact or deal: over the one it is, else as a new file. A file that says just this already needs no further look. */
export function storeMember(run: Run, member: Member): Outcome {
  const { kind, customer, slug, ids, emails, identity, values, elsewhere, body, row } = member
  const put = (path: string) => {
    run.placed.put(kind, path, { ids, emails, name: values.name })
    return path
  }
  const pathOf = (own: string) => `customers/${customer}/${kind}s/${own}.md`
  const text = textOfRow(run, kind, values, body)

  const placed = run.placed.find(kind, { ids, emails })
  if (placed && run.writes.isMade(placed)) return storeNew(run, { kind, path: placed }, { text, values }, row)
  if (!placed && run.standing.has(pathOf(slug).toLowerCase()) && run.textAt(pathOf(slug)) === text) {
    run.touched.set(put(pathOf(slug)), 1)
    return 'unchanged'
  }
  const record = run.members[kind].match({ ids, emails, customer, name: values.name })
  if (record) {
    put(record.path)
    const { name, ...rest } = values
    const wanted = {
      ...rest,
      ...(record.customer !== customer && elsewhere?.(record.customer ?? '')),
      ...(record.customer === '_unassigned' ? {} : { belongs_to: undefined }),
      ...(kind === 'deal' && { name }),
    }
    const { outcome, record: now } = storeChange(run, record, wanted, {
      ...row,
      onlyFills: row.kind === 'lead' && isContact(record),
    })
    run.members[kind].replace(now)
    return outcome
  }
  const merged = findMerged(run, kind, pathOf(slug), emails)
  if (merged) {
    put(merged)
    return 'unchanged'
  }
  const isTaken = (own: string) => run.writes.isMade(pathOf(own)) || run.standing.has(pathOf(own).toLowerCase())
  return storeNew(run, { kind, path: put(pathOf(freeSlug(slug, isTaken, { identity }))) }, { text, values }, row)
}

/** Whether a lead has become a contact: what its system says of the contact is newer. */
const isContact = ({ value }: Kept<MemberKind>) =>
  Object.keys(value.external ?? {}).some((system) => !system.endsWith(leadSystem('')))
