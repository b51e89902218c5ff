import { namePeople } from '../records/kinds/people-fields.ts'
import type { KindName } from '../records/kinds.ts'
import { type FieldEdit, parseFieldValues } from '../records/schema/field-values.ts'
import type { Session } from '../session/open.ts'
import { needTeam } from '../workspace/records.ts'

type How = { allowNewKey?: boolean; own?: string[] }

/** What was typed as key=value, as edits of a record: typed by the schema, people by their slugs. */
export async function readValues(
  session: Session,
  kind: KindName,
  values: string[],
  { allowNewKey = false, own = [] }: How = {},
): Promise<FieldEdit[]> {
  const team = needTeam(session.place())
  const edits = await parseFieldValues(kind, values, { team, allowNewKey, own, country: session.settings().phone_country })
  return namePeople(kind, edits, (person) => session.people().need(person), team)
}
