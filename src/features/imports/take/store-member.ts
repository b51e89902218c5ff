import { freeSlug } from '../../../records/slug.ts'
import type { MemberKind, Run } from '../run.ts'
import type { Outcome } from '../write/collect-writes.ts'
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
  body?: string | undefined
}

/** Stores a contact or deal: over the one it is, else as a new file. A file that says just this already needs no further look. */
export function storeMember(run: Run, member: Member): Outcome {
  const { kind, customer, slug, ids, emails, identity, values, body } = member
  const put = (path: string) => {
    run.placed.put(kind, path, { ids, emails })
    return path
  }
  const pathOf = (own: string) => `customers/${customer}/${kind}s/${own}.md`
  const text = textOfRow(run, kind, values, body)

  const placed = run.placed.find(kind, { ids, emails })
  if (placed && run.writes.isMade(placed)) return storeNew(run, kind, placed, { text, values })
  if (!placed && run.standing.has(pathOf(slug).toLowerCase()) && run.textAt(pathOf(slug)) === text) {
    put(pathOf(slug))
    return 'unchanged'
  }
  const record = run.members[kind].match({ ids, emails, customer, name: values.name })
  if (record) {
    put(record.path)
    const { name, ...rest } = values
    const wanted = {
      ...rest,
      ...(record.customer === '_unassigned' ? {} : { belongs_to: undefined }),
      ...(kind === 'deal' && { name }),
    }
    const { outcome, record: now } = storeChange(run, record, wanted)
    run.members[kind].replace(now)
    return outcome
  }
  const isTaken = (own: string) => run.writes.isMade(pathOf(own)) || run.standing.has(pathOf(own).toLowerCase())
  return storeNew(run, kind, put(pathOf(freeSlug(slug, isTaken, { identity }))), { text, values })
}
