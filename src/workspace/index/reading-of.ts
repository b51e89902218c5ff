import { hashOf } from '../../records/hash.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import type { KindName } from '../../records/kinds.ts'
import { isExtendable } from '../../records/schema/schema-of.ts'

const names = new WeakMap<TeamFields, string>()

/** How a kind is read: a team's own fields make it another reading of the same text. */
export function readingOf(kind: KindName, team: TeamFields | undefined): string {
  if (!team || !isExtendable(kind)) return kind
  const name = names.get(team) ?? hashOf('sha1', JSON.stringify(team)).slice(0, 12)
  names.set(team, name)
  return `${kind} ${name}`
}
