import type { Problem } from '../../records/problem.ts'
import type { Kept } from '../records.ts'
import { scopeAmong } from '../scope.ts'
import { judgeFigures } from './figures.ts'
import { locate } from './found.ts'
import type { Known } from './known.ts'
import { judgeQuotas } from './quotas.ts'
import { judgeReferences } from './references.ts'
import { judgeStage } from './stages.ts'

/** Judges a record by itself, by what exists, and by its workflow. `beside` are all records of the same customer. */
export function judgeRecord(record: Kept, beside: readonly Kept[], known: Known): Problem[] {
  const found = [...judgeReferences(record, known), ...judgeFigures(record), ...judgeQuotas(record, known)]
  if (record.kind === 'deal' || record.kind === 'customer') {
    const about = record as Kept<'deal' | 'customer'>
    const { today = '', zone } = known
    const scope = scopeAmong(about, { today, zone }, (kind) => beside.filter((other) => other.kind === kind))
    found.push(...judgeStage(about, known, scope))
  }
  return found.map((one) => locate(record.read.sheet, one))
}
