import type { Names } from '../records/condition/names.ts'
import type { TeamFields } from '../records/kinds/fields.ts'
import { compileRules, type Rules } from '../records/rules/compile-rules.ts'
import type { ReadRecord } from '../records/schema/read-record.ts'
import type { Place } from './place.ts'
import { listRecords } from './records.ts'

/** Compiles a file of rules. Keys that only records have are names too, and are looked for where a rule names something unknown. */
export function compileRuleFile(read: ReadRecord<'trigger'>, names: Names, seen: () => Names): Rules {
  const found = compileRules(read, names)
  const isLost = found.problems.some(({ message }) => /^There is no ".*" in an? /.test(message))
  return isLost ? compileRules(read, merge(names, seen())) : found
}

/** The keys that records have, by kind: a team's own may stand in no fields.yaml. Reads every record. */
export const seenKeys = (place: Place, team: TeamFields | undefined): Names =>
  Object.fromEntries(
    (['customer', 'deal', 'contact', 'activity'] as const).map((kind) => [
      kind,
      [...new Set(listRecords(place, kind, { team }).records.flatMap(({ value }) => Object.keys(value)))],
    ]),
  )

const merge = (names: Names, more: Names): Names =>
  Object.fromEntries(
    (Object.keys(names) as (keyof Names)[]).map((kind) => [kind, [...new Set([...(names[kind] ?? []), ...(more[kind] ?? [])])]]),
  )
