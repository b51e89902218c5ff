import { expect, test } from 'vitest'
import { planMove } from '../../../src/features/pipeline/plan-move.ts'

const stage = {
  id: 'closed-lost',
  outcome: 'lost' as const,
  require: ['lost_reason != null', 'amount > 0'],
  advise: ['competitors != null'],
}
const move = (deal: Record<string, unknown>, more: Partial<Parameters<typeof planMove>[0]> = {}) =>
  planMove({
    about: 'deal',
    called: 'acme/renewal',
    stage,
    names: { deal: ['lost_reason', 'amount', 'competitors'] },
    scope: { today: '2026-11-21', deal },
    today: '2026-11-21',
    ...more,
  })

test('a move that meets its requirements sets the stage, and the closing day of what is closed', () => {
  const { edits, advice } = move({ lost_reason: 'price', amount: 5 })
  expect(edits).toEqual([
    { do: 'set', field: ['stage'], value: 'closed-lost' },
    { do: 'set', field: ['close_date'], value: '2026-11-21' },
  ])
  expect(advice).toEqual([{ criterion: 'competitors != null', because: 'competitors is missing' }])
})

test('each unmet requirement is listed with its reason, exit 4', () => {
  expect(() => move({})).toThrow(
    expect.objectContaining({
      exitCode: 4,
      message:
        'acme/renewal cannot move to closed-lost yet:\n  lost_reason != null  (lost_reason is missing)\n  amount > 0  (no data: amount)',
    }),
  )
  expect(() => move({ lost_reason: 'price', amount: -1 })).toThrow('amount > 0  (it does not hold)')
})

test('a reason sets a requirement aside and is recorded', () => {
  expect(move({ amount: 5 }, { because: 'told by phone' }).exceptions).toHaveLength(1)
})

test('a criterion nobody can read counts as unmet and says so', () => {
  expect(() => move({}, { stage: { ...stage, require: ['amout > 0'] } })).toThrow('amout')
})

test('an open stage leaves the closing day alone', () => {
  expect(move({}, { stage: { id: 'lead', outcome: 'open', require: [], advise: [] } }).edits).toHaveLength(1)
})
