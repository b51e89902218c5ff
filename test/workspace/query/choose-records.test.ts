import { expect, test } from 'vitest'
import { compileCondition } from '../../../src/records/condition/compile.ts'
import { chooseRecords } from '../../../src/workspace/query/choose-records.ts'

const choose = (where: string, amounts: unknown[], purse?: { left: number }) => {
  const { condition } = compileCondition(where, { about: 'deal', names: { deal: ['amount', 'name'] }, clock: 'where' })
  return chooseRecords(amounts, condition!, (amount) => ({ today: '2026-11-20', deal: { amount, name: 'x' } }), '--where', purse)
}

test('those that fit, those without data, those that cannot be compared', () => {
  expect(choose('amount > 2', [1, 3, null, 'much', 4])).toEqual({
    chosen: [3, 4],
    noData: { count: 1, names: ['amount'] },
    unfit: { count: 1, because: 'text cannot be compared with a number' },
  })
})

test('a condition that fits none is refused, one that lacks data everywhere is not', () => {
  expect(() => choose('amount > 2', ['much', null])).toThrow('--where: text cannot be compared with a number.')
  expect(choose('amount > 2', [null, undefined]).noData.count).toBe(2)
  expect(choose('amount > 2', []).chosen).toEqual([])
})

test('a condition that looks at too much is stopped: of one record, and of all together', () => {
  const numbers = `[${Array.from({ length: 400 }, (_, n) => n).join(',')}]`
  const tags = Array.from({ length: 2_000 }, (_, n) => n)
  expect(() => choose('amount.all(x, amount.all(y, x + y >= 0))', [tags, tags])).toThrow('it looks at too much at once')
  const purse = { left: 1_000_000 }
  expect(choose(`${numbers}.all(x, x >= 0)`, [1, 2, 3], purse).chosen).toEqual([1, 2, 3])
  expect(purse.left).toBeLessThan(1_000_000 - 3 * 400)
  expect(() =>
    choose(
      `${numbers}.all(x, x >= 0)`,
      Array.from({ length: 1_000 }, () => 1),
      purse,
    ),
  ).toThrow('--where: the condition looks at too much')
})
