import { namePeople } from '../records/kinds/people-fields.ts'
import type { KindName } from '../records/kinds.ts'
import { type FieldEdit, parseFieldValues } from '../records/schema/field-values.ts'
import type { Session } from '../session/open.ts'
import { readTeam } from '../workspace/records.ts'

/** What was typed as key=value, as edits of a record: typed by the schema, people by their slugs. */
export async function readValues(session: Session, kind: KindName, values: string[], allowNewKey = false): Promise<FieldEdit[]> {
  const team = readTeam(session.place())
  const edits = await parseFieldValues(kind, values, { team, allowNewKey, country: session.settings().phone_country })
  return namePeople(kind, edits, (person) => session.people().need(person))
}
