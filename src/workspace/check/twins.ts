import type { FieldPath } from '../../records/plan.ts'
import type { Problem } from '../../records/problem.ts'
import { fieldPlace } from '../../records/text/front-matter.ts'
import type { Kept } from '../records.ts'
import { textsAt, whole } from './found.ts'

type Mark = { path: string; line: number; column: number }

/** Fields that belong to one record of a kind alone. */
const unique: Partial<Record<Kept['kind'], Record<string, string>>> = {
  customer: { domain: 'domain', 'domains.*': 'domain', 'external.*': 'external id' },
  contact: { email: 'e-mail', 'emails.*': 'e-mail', 'external.*': 'external id' },
  deal: { 'external.*': 'external id' },
  activity: { source: 'source' },
  person: { 'emails.*': 'e-mail' },
}

/** Finds what two records claim for themselves. Each record is shown to it once; the later of two is told about, and names the other. */
export function findTwins(): (record: Kept) => Problem[] {
  const claimed = new Map<string, Mark>()
  return (record) =>
    isPast(record)
      ? []
      : Object.entries(unique[record.kind] ?? {}).flatMap(([field, word]) => claim(claimed, record, field.split('.'), word))
}

/** Who left or was put away does not compete with whoever came after. */
const isPast = ({ value }: Kept) => {
  const { archived, status } = value as { archived?: unknown; status?: unknown }
  return archived !== undefined || status === 'left'
}

const claim = (claimed: Map<string, Mark>, { kind, path, value, read }: Kept, field: FieldPath, word: string): Problem[] =>
  textsAt(value, field).flatMap(([at, text]) => {
    const key = [kind, word, word === 'external id' ? at.at(-1) : '', text.toLowerCase()].join('\0')
    const mark = { path, ...fieldPlace(read.sheet, at) }
    const first = claimed.get(key)
    if (!first) claimed.set(key, mark)
    if (!first || first.path === path) return []
    const message = `The ${word} ${text} also stands in ${first.path}:${first.line}:${first.column}.`
    return [{ ...whole(path, 'warning', message, expectedOf(kind)), line: mark.line, column: mark.column }]
  })

const expectedOf = (kind: Kept['kind']) =>
  kind === 'activity' ? 'one file for what was imported once' : `one ${kind} who has it`
