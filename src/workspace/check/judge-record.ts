import type { Scope } from '../../records/condition/step.ts'
import { readTasks } from '../../records/kinds/task.ts'
import type { KindName } from '../../records/kinds.ts'
import type { Problem } from '../../records/problem.ts'
import { rowOf } from '../../records/row.ts'
import type { Kept } from '../records.ts'
import { judgeFigures } from './figures.ts'
import { locate } from './found.ts'
import type { Known } from './known.ts'
import { judgeReferences } from './references.ts'
import { judgeStage } from './stages.ts'

/** Judges a record by itself, by what exists, and by its workflow. `beside` are all records of the same customer. */
export function judgeRecord(record: Kept, beside: readonly Kept[], known: Known): Problem[] {
  const found = [...judgeReferences(record, known), ...judgeFigures(record)]
  if (record.kind === 'deal' || record.kind === 'customer') {
    const about = record as Kept<'deal' | 'customer'>
    found.push(...judgeStage(about, known, scopeOf(about, beside, known)))
  }
  return found.map((one) => locate(record.read.sheet, one))
}

/** What a stage's requirements may look at; nothing is made before a requirement asks for it. */
function scopeOf(record: Kept<'deal' | 'customer'>, beside: readonly Kept[], { today = '', zone }: Known): Scope {
  const list = (kind: KindName) => beside.filter((other) => other.kind === kind).map((other) => rowOf(other))
  return {
    today,
    zone,
    me: null,
    get deal() {
      return record.kind === 'deal' ? rowOf(record) : undefined
    },
    get customer() {
      return record.kind === 'customer' ? rowOf(record) : (list('customer')[0] ?? null)
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
