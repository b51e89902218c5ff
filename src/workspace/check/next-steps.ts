import { outcomeOf } from '../../records/kinds/workflow.ts'
import type { Kept } from '../records.ts'
import type { Found } from './found.ts'
import type { Known } from './known.ts'
import { chooseKnown } from './stages.ts'

/** What an open deal waits for: a next step that is absent, or days that have passed. */
export function judgeNextStep(record: Kept, known: Known): Found[] {
  if (record.kind !== 'deal') return []
  const { value } = record as Kept<'deal'>
  const stages = chooseKnown('deal', value, known)?.stages ?? []
  if (value.archived || outcomeOf(stages, value.stage) !== 'open') return []
  const found: Found[] = []
  if (!value.next_step?.trim())
    found.push({
      code: 'next-step-missing',
      field: ['next_step'],
      message: 'next_step is missing, and the deal is open.',
      expected: 'next_step: what happens next, and next_step_date: when',
    })
  const isPast = (day: string | undefined): day is string => day !== undefined && known.today !== undefined && day < known.today
  if (isPast(value.next_step_date))
    found.push({
      code: 'next-step-past',
      field: ['next_step_date'],
      message: `next_step_date: ${value.next_step_date} has passed, and the deal is open.`,
      expected: `the next step from here, on ${known.today} or later`,
    })
  if (isPast(value.close_date))
    found.push({
      code: 'close-date-past',
      field: ['close_date'],
      message: `close_date: ${value.close_date} has passed, and the deal is open.`,
      expected: `${known.today} or later, or the stage in which it ended`,
    })
  return found
}
