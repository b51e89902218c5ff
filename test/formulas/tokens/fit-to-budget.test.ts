import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitToBudget, orderSteps, type Share, type Step } from '../../../src/formulas/tokens/fit-to-budget.ts'

const share = (over: Partial<Share> = {}): Share => ({ head: 0, min: 0, max: Infinity, ...over })
const step = (section: number, item: number, at: number, cost: number, value: number, once: Step['once'] = []): Step => ({
  section,
  item,
  at,
  cost,
  value,
  once,
})
const names = (steps: readonly Step[]) => steps.map(({ section, item, at }) => `${section}${item}${at}`).join(' ')

const [cheap, dear] = [step(0, 0, 0, 10, 10), step(1, 0, 0, 10, 1)]

test.each<[what: string, steps: Step[], shares: Share[], order: string]>([
  ['by value per token', [dear, cheap], [share(), share()], '000 100'],
  ['a minimum first', [cheap, dear], [share(), share({ min: 10 })], '100 000'],
  ['a heading counts for the minimum', [cheap, dear], [share(), share({ min: 10, head: 1 })], '000 100'],
  ['past a maximum last', [cheap, dear], [share({ max: 5 }), share()], '100 000'],
  [
    'a later step never before an earlier one',
    [step(0, 0, 0, 10, 1), step(0, 0, 1, 10, 9), step(0, 1, 0, 10, 5)],
    [share()],
    '010 000 001',
  ],
])('%s', (_, steps, shares, order) => expect(names(orderSteps(steps, shares))).toBe(order))

describe('what is taken', () => {
  test('the longest beginning that fits, then what still does', () => {
    const order = [step(0, 0, 0, 10, 1), step(0, 1, 0, 50, 1), step(0, 1, 1, 5, 1), step(0, 2, 0, 8, 1)]
    const { taken, prefix, cost } = fitToBudget(order, [share()], 20)
    expect([names(taken), prefix, cost]).toEqual(['000 020', 1, 18])
  })
  test('a heading is paid by the first step of its section', () => {
    expect(fitToBudget([cheap], [share({ head: 3 })], 12).taken).toEqual([])
    expect(fitToBudget([cheap, step(0, 1, 0, 10, 1)], [share({ head: 3 })], 23).cost).toBe(23)
  })
  test('a source is paid once', () => {
    const once = [{ key: 'a:1', cost: 4 }]
    expect(fitToBudget([step(0, 0, 0, 10, 1, once), step(0, 1, 0, 10, 1, once)], [share()], 16).cost).toBe(16)
    expect(fitToBudget([step(0, 0, 0, 10, 1, [...once, ...once])], [share()], 100).cost).toBe(6)
  })
})

const most = 120
const material = fc
  .array(
    fc.record({
      head: fc.integer({ min: 1, max: 20 }),
      min: fc.integer({ min: 0, max: 400 }),
      more: fc.integer({ min: 0, max: 800 }),
      items: fc.array(
        fc.array(
          fc.tuple(fc.integer({ min: 1, max: most - 20 }), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 9 })),
          { minLength: 1, maxLength: 6 },
        ),
        {
          maxLength: 8,
        },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((sections) => ({
    shares: sections.map(({ head, min, more }) => ({ head, min, max: min + more })),
    steps: sections.flatMap(({ items }, section) =>
      items.flatMap((steps, item) =>
        steps.map(([cost, value, key], at) =>
          step(section, item, at, cost, value, [{ key: `${key}`, cost: Math.floor(cost / 3) }]),
        ),
      ),
    ),
  }))
const levels = (steps: readonly Step[]) => {
  const reached = new Map<string, number>()
  for (const { section, item, at } of steps)
    reached.set(`${section} ${item}`, Math.max(reached.get(`${section} ${item}`) ?? 0, at + 1))
  return reached
}

describe('for any material', () => {
  const room = fc.integer({ min: 0, max: 3000 })

  test('the order holds every step once, an item its own in order', () => {
    fc.assert(
      fc.property(material, ({ steps, shares }) => {
        const order = orderSteps(steps, shares)
        expect(order.toSorted((a, b) => a.section - b.section || a.item - b.item || a.at - b.at)).toEqual(steps)
        for (const own of Map.groupBy(order, ({ section, item }) => `${section} ${item}`).values())
          expect(own.map(({ at }) => at)).toEqual(own.map((_, n) => n))
      }),
    )
  })

  test('never above the room, and nothing that would fit is left', () => {
    fc.assert(
      fc.property(material, room, ({ steps, shares }, space) => {
        const order = orderSteps(steps, shares)
        const { taken, cost } = fitToBudget(order, shares, space)
        expect(cost).toBeLessThanOrEqual(space)
        const reached = levels(taken)
        const left = order.filter((one) => one.at === (reached.get(`${one.section} ${one.item}`) ?? 0))
        if (left.length > 0) expect(space - cost).toBeLessThan(most)
      }),
    )
  })

  test('outside the fill a larger room lowers nothing', () => {
    fc.assert(
      fc.property(material, room, room, ({ steps, shares }, one, other) => {
        const order = orderSteps(steps, shares)
        const small = fitToBudget(order, shares, Math.min(one, other))
        const large = levels(fitToBudget(order, shares, Math.max(one, other)).taken)
        for (const [item, level] of levels(small.taken.slice(0, small.prefix)))
          expect(large.get(item) ?? 0).toBeGreaterThanOrEqual(level)
        expect(small.taken.slice(small.prefix).reduce((sum, { cost }) => sum + cost, 0)).toBeLessThan(most + 20)
      }),
    )
  })
})
