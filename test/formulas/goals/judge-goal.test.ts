import { expect, test } from 'vitest'
import { judgeGoal } from '../../../src/formulas/goals/judge-goal.ts'

const goal = (reached: number | null, period = '2026-Q4') => ({
  measure: 'won',
  period,
  goal: 100,
  reached,
  share: reached === null ? null : reached / 100,
})

test.each<[reached: number | null, today: string, word: string, gap: number | null, daysLeft: number]>([
  [120, '2026-11-20', 'reached', 0, 41],
  [101, '2026-11-20', 'only just reached', 0, 41],
  [95, '2026-11-20', 'nearly there', 5, 41],
  [60, '2026-11-20', 'ahead of the calendar', 40, 41],
  [50, '2026-11-20', 'about level with the calendar', 50, 41],
  [10, '2026-11-20', 'behind the calendar', 90, 41],
  [95, '2026-12-31', 'missed by a little', 5, 0],
  [10, '2027-02-01', 'missed', 90, 0],
  [null, '2026-11-20', 'not measured', null, 41],
  [0, '2026-09-01', 'ahead of the calendar', 100, 92],
])('%s of 100 on %s is %s', (reached, today, word, gap, daysLeft) =>
  expect(judgeGoal(goal(reached), today, '01-01')).toMatchObject({ word, gap, daysLeft }),
)

test('a period that is none has no standing', () => expect(judgeGoal(goal(1, 'soon'), '2026-11-20', '01-01')).toBeUndefined())
