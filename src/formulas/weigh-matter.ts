import { quietAfterDays } from './measures/quiet-account.ts'

/** What may matter on a day, each with what it weighs by: days are late ones, or those until it is due. */
export type Cause =
  | { kind: 'alert'; urgency: 'high' | 'medium' | 'low' }
  | { kind: 'renewal'; days: number; part: number }
  | { kind: 'close-date-past'; days: number; part: number }
  | { kind: 'step-overdue'; days: number; part: number }
  | { kind: 'step-missing'; part: number }
  | { kind: 'step-due'; days: number; part: number }
  | { kind: 'meeting'; part: number }
  | { kind: 'task-overdue'; days: number; priority: 'high' | 'medium' | 'low' | undefined }
  | { kind: 'task-due'; days: number; priority: 'high' | 'medium' | 'low' | undefined }
  | { kind: 'quiet'; days: number; part: number }

const alerts = { high: 90, medium: 62, low: 34 }
const late = (days: number) => Math.min(10, Math.max(0, days))
/** A deal's share of all that is open (0 to 1) adds up to this much. */
const bySize = 20

/** How much something matters on a day, from 0 to 110: what costs a customer or a date first, then big deals that stand still, then the rest. */
export function weighMatter(cause: Cause): number {
  if (cause.kind === 'alert') return alerts[cause.urgency]
  if (cause.kind === 'task-overdue')
    return (cause.priority === 'high' ? 76 : cause.priority === 'low' ? 40 : 48) + late(cause.days)
  if (cause.kind === 'task-due') return (cause.days === 0 ? 44 : 22) + (cause.priority === 'high' ? 20 : 0)
  const size = bySize * Math.min(1, Math.max(0, cause.part))
  if (cause.kind === 'renewal') return (cause.days < 0 ? 72 : cause.days <= 14 ? 90 : cause.days <= 30 ? 76 : 54) + size
  if (cause.kind === 'close-date-past') return 68 + size + late(cause.days) / 2
  if (cause.kind === 'step-overdue') return 56 + size + late(cause.days)
  if (cause.kind === 'step-missing') return 36 + size
  if (cause.kind === 'step-due') return (cause.days === 0 ? 46 : 28) + size
  if (cause.kind === 'meeting') return 50 + size
  return 32 + size + Math.min(20, Math.max(0, cause.days - quietAfterDays) / 2)
}
