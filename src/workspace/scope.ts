import type { Names } from '../records/condition/names.ts'
import type { Scope } from '../records/condition/step.ts'
import type { TeamFields } from '../records/kinds/fields.ts'
import { readTasks } from '../records/kinds/task.ts'
import type { KindName } from '../records/kinds.ts'
import { rowOf } from '../records/row.ts'
import { fieldsOf } from '../records/schema/schema-of.ts'
import type { Place } from './place.ts'
import { type Kept, listRecords, openRecord } from './records.ts'
import { isCustomer } from './tree.ts'

type Asked = { today: string; zone: string; me?: string | undefined; team?: TeamFields | undefined }

/** The field names a condition may use: the schema's and the team's own. */
export const namesFor = (team?: TeamFields): Names =>
  Object.fromEntries(
    (['customer', 'deal', 'contact', 'activity'] as const).map((kind) => [kind, Object.keys(fieldsOf(kind, team))]),
  )

/** What a condition about one record may look at. Nothing is read from the disk before the condition asks for it. */
export function scopeOf(
  place: Place,
  record: Kept<'customer' | 'deal' | 'contact' | 'activity'>,
  { today, zone, me, team }: Asked,
): Scope {
  const { customer: slug } = record
  const list = (kind: KindName) =>
    slug ? listRecords(place, kind, { customer: slug, ...(team && { team }) }).records.map(rowOf) : []
  return {
    today,
    zone,
    me: me ?? null,
    [record.kind]: rowOf(record),
    ...(record.kind !== 'customer' && {
      get customer() {
        return slug && isCustomer(place, slug)
          ? rowOf(openRecord(place, 'customer', `customers/${slug}/customer.md`, team))
          : null
      },
    }),
    get contacts() {
      return list('contact')
    },
    get deals() {
      return list('deal')
    },
    get activities() {
      return list('activity')
    },
    get tasks() {
      return readTasks(record.path, record.text)
    },
  }
}
