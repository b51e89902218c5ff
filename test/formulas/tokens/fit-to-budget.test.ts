import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitToBudget, rankSteps, type Share, type Step } from '../../../src/formulas/tokens/fit-to-budget.ts'

const share = (over: Partial<Share> = {}): Share => ({ head: 0, min: 0, max: Infinity, ...over })
const step = (section: number, item: number, at: number, cost: number, value: number, once: Step['once'] = []): Step => ({
  section,
  item,
  at,
  cost,
  value,
  once,
})
const orderSteps = (steps: readonly Step[], shares: readonly Share[]) => rankSteps(steps, shares).map((ranked) => ranked.step)
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

const bare = ({ section, item, at }: Step) => ({ section, item, at })
const needing = (one: Step, ...needs: Step[]): Step => ({ ...one, needs: needs.map(bare) })
const spot = ({ section, item, at }: Step) => `${section} ${item} ${at}`

test.each<[what: string, steps: Step[], order: string, taken: string]>([
  ['right behind what it needs', [needing(cheap, dear), dear, step(1, 1, 0, 10, 0.5)], '100 000 110', '100 000 110'],
  [
    'what follows in its item waits with it',
    [needing(cheap, dear), step(0, 0, 1, 10, 9), step(0, 1, 0, 10, 5), dear],
    '010 100 000 001',
    '010 100 000 001',
  ],
  [
    'several that wait for one keep their order',
    [needing(step(0, 0, 0, 10, 7), dear), needing(step(0, 1, 0, 10, 9), dear), dear],
    '100 010 000',
    '100 010 000',
  ],
  ['what is not there is never there', [needing(cheap, step(9, 9, 9, 1, 1)), dear], '100 000', '100'],
  ['two that need each other', [needing(cheap, dear), needing(dear, cheap), step(0, 1, 0, 10, 1)], '010 000 100', '010'],
  ['one that needs itself', [needing(cheap, cheap), dear], '100 000', '100'],
  ['one that needs what follows it', [needing(cheap, step(0, 0, 1, 1, 1)), step(0, 0, 1, 10, 1), dear], '100 000 001', '100'],
])('a step that needs another: %s', (_, steps, order, taken) => {
  const shares = [share(), share()]
  expect(names(orderSteps(steps, shares))).toBe(order)
  expect(names(fitToBudget(orderSteps(steps, shares), shares, 1000).taken)).toBe(taken)
})

test('a long chain of needs, the best first, is put right', () => {
  const chain = Array.from({ length: 20_000 }, (_, n) => step(0, n, 0, 10, 20_001 - n))
  const steps = chain.map((one, n) => (n + 1 < chain.length ? needing(one, chain[n + 1]!) : one))
  expect(orderSteps(steps, [share()]).map(({ item }) => item)).toEqual(chain.map(({ item }) => item).toReversed())
})

/** The same with needs: of any steps, of oneself, in a circle, and of what is not there. */
const tangled = fc
  .tuple(material, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 }), fc.boolean())
  .map(([all, pairs, lost]) => {
    const { shares, steps } = all
    if (steps.length === 0) return all
    const needs = Map.groupBy(pairs, ([from]) => from % steps.length)
    const missing = { section: 0, item: 99, at: 0 }
    return {
      shares,
      steps: steps.map((one, n) => {
        const wanted = (needs.get(n) ?? []).map(([, to]) => bare(steps[to % steps.length]!))
        return wanted.length > 0 ? { ...one, needs: lost && n % 7 === 0 ? [...wanted, missing] : wanted } : one
      }),
    }
  })

/** Which steps can ever be taken: those whose needs can, by going round until nothing is added. */
function takeable(steps: readonly Step[]): Set<string> {
  const can = new Set<string>()
  for (let before = -1; before < can.size; ) {
    before = can.size
    for (const one of steps) {
      const wanted = [...(one.needs ?? []), ...(one.at > 0 ? [{ ...bare(one), at: one.at - 1 }] : [])]
      if (wanted.every((other) => can.has(spot(other as Step)))) can.add(spot(one))
    }
  }
  return can
}

describe('for any needs', () => {
  const room = fc.integer({ min: 0, max: 3000 })

  test('nothing is lost, and what can be taken stands behind what it needs', () => {
    fc.assert(
      fc.property(tangled, ({ steps, shares }) => {
        const order = orderSteps(steps, shares)
        expect(order.map(spot).sort()).toEqual(steps.map(spot).sort())
        const can = takeable(steps)
        const place = new Map(order.map((one, n) => [spot(one), n]))
        for (const [n, one] of order.entries()) {
          expect(can.has(spot(one))).toBe(n < can.size)
          if (n < can.size) for (const other of one.needs ?? []) expect(place.get(spot(other as Step))).toBeLessThan(n)
        }
      }),
    )
  })

  test('never taken without what it needs, never above the room; all that can be is taken where there is room', () => {
    fc.assert(
      fc.property(tangled, room, ({ steps, shares }, space) => {
        const order = orderSteps(steps, shares)
        const { taken, prefix, cost } = fitToBudget(order, shares, space)
        expect(cost).toBeLessThanOrEqual(space)
        expect(taken.slice(0, prefix)).toEqual(order.slice(0, prefix))
        const done = new Set<string>()
        for (const one of taken) {
          for (const other of one.needs ?? []) expect(done).toContain(spot(other as Step))
          if (one.at > 0) expect(done).toContain(spot({ ...one, at: one.at - 1 }))
          done.add(spot(one))
        }
        expect(fitToBudget(order, shares, 1e9).taken.map(spot).sort()).toEqual([...takeable(steps)].sort())
      }),
    )
  })

  test('a larger room takes all that a smaller one took in order', () => {
    fc.assert(
      fc.property(tangled, room, room, ({ steps, shares }, one, other) => {
        const order = orderSteps(steps, shares)
        const small = fitToBudget(order, shares, Math.min(one, other))
        const large = new Set(fitToBudget(order, shares, Math.max(one, other)).taken.map(spot))
        for (const piece of small.taken.slice(0, small.prefix)) expect(large).toContain(spot(piece))
      }),
    )
  })
})
