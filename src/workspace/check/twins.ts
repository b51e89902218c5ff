import type { FieldPath } from '../../records/plan.ts'
import type { Problem } from '../../records/problem.ts'
import { fieldPlace } from '../../records/text/front-matter.ts'
import type { Kept } from '../records.ts'
import { textsAt, whole } from './found.ts'

/** Where a claim stands; its line is looked for only when somebody else claims the same. */
type Mark = { path: string; place: () => { line: number; column: number } }

/** What records claim for themselves alone. Of two that claim one thing, the later in the walk is told about, and names the other. */
export type Twins = {
  claim(record: Kept): void
  /** What a file claimed counts no more. */
  forget(path: string): void
  /** Files have come or gone: their places in the walk are these now. */
  order(position: (path: string) => number): void
  judge(record: Kept): Problem[]
}

/** Fields that belong to one record of a kind alone. */
const unique: Partial<Record<Kept['kind'], Record<string, string>>> = {
  customer: { domain: 'domain', 'domains.*': 'domain', 'external.*': 'external id' },
  contact: { email: 'e-mail', 'emails.*': 'e-mail', 'external.*': 'external id' },
  deal: { 'external.*': 'external id' },
  activity: { source: 'source' },
  person: { 'emails.*': 'e-mail' },
}

/** Begins with nothing claimed. `position` is a file's place in the walk. */
export function openTwins(position: (path: string) => number): Twins {
  const claimed = new Map<string, Mark[]>()
  const keysOf = new Map<string, string[]>()
  let placeOf = position
  return {
    claim(record) {
      const claims = claimsOf(record)
      if (claims.length > 0)
        keysOf.set(
          record.path,
          claims.map(({ key }) => key),
        )
      for (const { key, mark } of claims) {
        const marks = claimed.get(key)
        if (marks) marks.push(mark)
        else claimed.set(key, [mark])
      }
    },
    forget(path) {
      for (const key of keysOf.get(path) ?? [])
        claimed.set(
          key,
          claimed.get(key)!.filter((mark) => mark.path !== path),
        )
      keysOf.delete(path)
    },
    order(next) {
      placeOf = next
    },
    judge: (record) =>
      claimsOf(record).flatMap(({ key, mark, said }) => {
        const first = claimed.get(key)?.find(({ path }) => placeOf(path) < placeOf(record.path))
        if (!first) return []
        const { line, column } = first.place()
        const message = `${said} also stands in ${first.path}:${line}:${column}.`
        return [whole(record.path, 'identity-twice', message, expectedOf(record.kind), mark.place())]
      }),
  }
}

type Claim = { key: string; mark: Mark; said: string }

const claimsOf = (record: Kept): Claim[] => {
  const { kind, path, value, read } = record
  if (isPast(record)) return []
  return Object.entries(unique[kind] ?? {}).flatMap(([field, word]) =>
    textsAt(value, field.split('.')).map(([at, text]: [FieldPath, string]) => ({
      key: [kind, word, word === 'external id' ? at.at(-1) : '', text.toLowerCase()].join('\0'),
      mark: { path, place: () => fieldPlace(read.sheet, at) },
      said: `The ${word} ${text}`,
    })),
  )
}

/** Who left or was put away does not compete with whoever came after. */
const isPast = ({ value }: Kept) => {
  const { archived, status } = value as { archived?: unknown; status?: unknown }
  return archived !== undefined || status === 'left'
}

const expectedOf = (kind: Kept['kind']) =>
  kind === 'activity' ? 'one file for what was imported once' : `one ${kind} who has it`
