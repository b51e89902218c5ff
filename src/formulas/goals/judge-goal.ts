import { daysBetween } from '../../records/days/calendar.ts'
import { exact, roundTo } from '../exact.ts'
import { fiscalSpan } from '../periods/fiscal-span.ts'
import type { Goal } from './figure-goals.ts'

/** How a goal stands: what is missing, the days left, how much of the period has passed, and all that in a few words. */
export type GoalStanding = { gap: number | null; daysLeft: number; passed: number; word: string }

/** A goal beside what came of it, how it stands, whether it is money, and the files behind it. */
export type JudgedGoal = Goal & GoalStanding & { isMoney: boolean; inputs: string[] }

/** Within a tenth of the goal counts as near. */
const near = 0.9
/** Within a twentieth above it counts as only just. */
const justAbove = 1.05

/** Judges a goal on a day of its period or after it. `passed` is the part of the period that is over, from 0 to 1. */
export function judgeGoal({ goal, reached, share, period }: Goal, today: string, yearStart: string): GoalStanding | undefined {
  const span = fiscalSpan(period, yearStart)
  if (!span) return undefined
  const days = daysBetween(span.from, span.to) + 1
  const gone = Math.min(days, Math.max(0, daysBetween(span.from, today) + 1))
  const gap = reached === null ? null : Math.max(0, roundTo(exact(goal).minus(exact(reached)), 4))
  const [passed, daysLeft] = [gone / days, days - gone]
  return { gap, daysLeft, passed, word: judge(share, passed, daysLeft === 0) }
}

function judge(share: number | null, passed: number, isOver: boolean): string {
  if (share === null) return 'not measured'
  if (share >= 1) return share < justAbove ? 'only just reached' : 'reached'
  if (isOver) return share >= near ? 'missed by a little' : 'missed'
  if (share >= near) return 'nearly there'
  if (share >= passed) return 'ahead of the calendar'
  return share >= passed - 0.1 ? 'about level with the calendar' : 'behind the calendar'
}
