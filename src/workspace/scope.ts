import type { Names } from '../records/condition/names.ts'
import type { Scope } from '../records/condition/step.ts'
import type { TeamFields } from '../records/kinds/fields.ts'
import { readTasks } from '../records/kinds/task.ts'
import { rowOf } from '../records/row.ts'
import { fieldsOf } from '../records/schema/schema-of.ts'
import type { Place } from './place.ts'
import { type Kept, listRecords, openRecord } from './records.ts'
import { isCustomer } from './tree.ts'

type Beside = 'customer' | 'contact' | 'deal' | 'activity'
type Subject = Kept<Beside>
type Asked = { today: string; zone: string; me?: string | undefined; team?: TeamFields | undefined }

/** The field names a condition may use: the schema's and the team's own. */
export const namesFor = (team?: TeamFields): Names =>
  Object.fromEntries(
    (['customer', 'deal', 'contact', 'activity'] as const).map((kind) => [kind, Object.keys(fieldsOf(kind, team))]),
  )

/** What a condition about one record may look at. Nothing is read from the disk before the condition asks for it. */
export function scopeOf(place: Place, record: Subject, { today, zone, me, team }: Asked): Scope {
  const { customer: slug } = record
  return scopeAmong(record, { today, zone, me }, (kind) => {
    if (!slug) return []
    if (kind !== 'customer') return listRecords(place, kind, { customer: slug, ...(team && { team }) }).records
    return isCustomer(place, slug) ? [openRecord(place, kind, `customers/${slug}/customer.md`, team)] : []
  })
}

/** The same, wherever the other records of the customer come from; nothing is made before the condition asks for it. */
export function scopeAmong(record: Subject, { today, zone, me }: Omit<Asked, 'team'>, beside: (kind: Beside) => Kept[]): Scope {
  const own = () => rowOf(record)
  const list = (kind: Beside) => beside(kind).map((other) => rowOf(other))
  return {
    today,
    zone,
    me: me ?? null,
    get [record.kind]() {
      return own()
    },
    get customer() {
      return record.kind === 'customer' ? own() : (list('customer')[0] ?? null)
    },
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
