import { expect, test } from 'vitest'
import { type Cause, weighMatter } from '../../src/formulas/weigh-matter.ts'

const inOrder: Cause[] = [
  { kind: 'renewal', days: 3, part: 1 },
  { kind: 'alert', urgency: 'high' },
  { kind: 'task-overdue', days: 9, priority: 'high' },
  { kind: 'renewal', days: 25, part: 0.2 },
  { kind: 'close-date-past', days: 4, part: 0.3 },
  { kind: 'step-overdue', days: 5, part: 0.3 },
  { kind: 'alert', urgency: 'medium' },
  { kind: 'meeting', part: 0.1 },
  { kind: 'step-due', days: 0, part: 0 },
  { kind: 'quiet', days: 40, part: 0 },
  { kind: 'step-missing', part: 0 },
  { kind: 'alert', urgency: 'low' },
  { kind: 'task-due', days: 3, priority: undefined },
]

test('what costs a customer comes before what stands still, and that before the rest', () => {
  const scores = inOrder.map(weighMatter)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
})

test.each<[more: Cause, less: Cause]>([
  [
    { kind: 'close-date-past', days: 4, part: 1 },
    { kind: 'close-date-past', days: 4, part: 0 },
  ],
  [
    { kind: 'step-overdue', days: 4, part: 0 },
    { kind: 'step-overdue', days: 1, part: 0 },
  ],
  [
    { kind: 'task-due', days: 0, priority: 'high' },
    { kind: 'task-due', days: 0, priority: 'low' },
  ],
  [
    { kind: 'task-overdue', days: 1, priority: undefined },
    { kind: 'task-overdue', days: 1, priority: 'low' },
  ],
  [
    { kind: 'quiet', days: 60, part: 0 },
    { kind: 'quiet', days: 22, part: 0 },
  ],
])('%j weighs more than %j', (more, less) => expect(weighMatter(more)).toBeGreaterThan(weighMatter(less)))

test('no size and no delay goes beyond the bound', () => {
  for (const kind of ['renewal', 'close-date-past', 'step-overdue', 'quiet'] as const)
    expect(weighMatter({ kind, days: 1e9, part: 1e9 })).toBeLessThanOrEqual(110)
})
