import { daysBetween } from '../../records/days/calendar.ts'
import { sayCount } from '../say-figure.ts'
import { quietAfterDays } from './quiet-account.ts'

/** Why an open deal may not come when it is expected. */
export type DealRisk = {
  kind: 'close-date-past' | 'slipped' | 'no-next-step' | 'step-overdue' | 'no-close-date' | 'quiet'
  text: string
}

type Known = {
  today: string
  closeDate?: string | undefined
  nextStep?: string | undefined
  stepDue?: string | undefined
  /** The day of the last touch; absent while there was none. */
  touched?: string | undefined
  /** How its close date moved out in the period, oldest first. */
  slips: readonly { from: string; to: string; day: string }[]
}

/** What puts an open deal at risk, in words; the days are counted up to today. */
export function findDealRisks({ today, closeDate, nextStep, stepDue, touched, slips }: Known): DealRisk[] {
  const late = closeDate === undefined ? 0 : daysBetween(closeDate, today)
  const overdue = stepDue === undefined ? 0 : daysBetween(stepDue, today)
  const quiet = touched === undefined ? 0 : daysBetween(touched, today)
  const last = slips.at(-1)
  const risks: (DealRisk | false)[] = [
    closeDate === undefined && { kind: 'no-close-date', text: 'no close date' },
    late > 0 && { kind: 'close-date-past', text: `close date passed ${sayCount(late, 'day')} ago` },
    last !== undefined && { kind: 'slipped', text: `close date moved out from ${last.from} to ${last.to} on ${last.day}` },
    !nextStep && { kind: 'no-next-step', text: 'no next step' },
    Boolean(nextStep) && overdue > 0 && { kind: 'step-overdue', text: `next step overdue for ${sayCount(overdue, 'day')}` },
    quiet > quietAfterDays && { kind: 'quiet', text: `nobody has been in touch for ${sayCount(quiet, 'day')}` },
  ]
  return risks.filter((risk) => risk !== false)
}

/** How much of the attention a deal gets, 0 to 1: two thirds by its part (0 to 1) of the largest one, one third by what puts it at risk. */
export const weighDeal = (part: number, risks: readonly DealRisk[]): number =>
  (2 / 3) * Math.max(0, Math.min(1, part)) + (1 / 3) * (Math.min(3, risks.length) / 3)
