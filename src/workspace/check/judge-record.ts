import { once } from '../../records/once.ts'
import type { Problem } from '../../records/problem.ts'
import type { Kept } from '../records.ts'
import { scopeAmong } from '../scope.ts'
import { judgeSources } from './body/sources.ts'
import { judgeFigures } from './figures.ts'
import { judgeAttachment } from './files/attachments.ts'
import { judgeTaskDates } from './files/task-dates.ts'
import { locate } from './found.ts'
import type { Known } from './known.ts'
import { judgeNextStep } from './next-steps.ts'
import { judgeQuotas } from './quotas.ts'
import { judgeReferences } from './references.ts'
import { judgeStage } from './stages.ts'
import { judgeAssertions } from './team/assertions.ts'

type Subject = Kept<'deal' | 'customer' | 'contact' | 'activity'>

const isSubject = (record: Kept): record is Subject => ['deal', 'customer', 'contact', 'activity'].includes(record.kind)

/** Judges a record by itself, by what exists, and by its workflow. `beside` are all records of the same customer. */
export function judgeRecord(record: Kept, beside: () => readonly Kept[], known: Known): Problem[] {
  const found = [
    ...judgeReferences(record, known),
    ...judgeSources(record, known),
    ...judgeFigures(record),
    ...judgeNextStep(record, known),
    ...judgeQuotas(record, known),
    ...judgeAttachment(record, known),
  ]
  const scope = once(() => {
    const { today = '', zone } = known
    const computed = known.computed(record as Subject, beside)
    const asked = { today, zone, ...(computed && { computed }) }
    return scopeAmong(record as Subject, asked, (kind) => beside().filter((other) => other.kind === kind))
  })
  if (record.kind === 'deal' || record.kind === 'customer')
    found.push(...judgeStage(record as Kept<'deal' | 'customer'>, known, scope))
  const asserted = isSubject(record) ? judgeAssertions(record, known, scope) : []
  return [...found.map((one) => locate(record.read.sheet, one)), ...asserted, ...judgeTaskDates(record)]
}
