import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Countable, fitExactly } from '../../../../src/features/context/fit/fit-exactly.ts'

/** Items of so many estimated tokens, and how far off the estimate of each is. */
type Material = { costs: number[]; errors: number[] }

/** Packs as many items as fit by the estimate, as a context does; the text is what was taken. */
function packing({ costs }: Material, budget: number, built: number[] = []) {
  return async (factor: number): Promise<Countable> => {
    built.push(factor)
    let room = budget / factor - 50
    const taken = costs.flatMap((cost, n) => (cost <= room && (room -= cost) >= 0 ? [n] : []))
    const estimate = taken.reduce((sum, n) => sum + costs[n]!, 50)
    const leftOut = costs.filter((_, n) => !taken.includes(n)).map((tokens) => ({ tokens }))
    return { budget, context: { text: taken.join(' '), tokens: Math.ceil(estimate * factor), leftOut } }
  }
}

/** A provider: so many times the estimate less its error, and some tokens around it. */
function counting({ costs, errors }: Material, ratio: number, around: number, counted: number[] = []) {
  return async (text: string) => {
    const ids = text ? text.split(' ').map(Number) : []
    const tokens = Math.ceil(around + ratio * ids.reduce((sum, n) => sum + costs[n]! * errors[n]!, 45))
    counted.push(tokens)
    return tokens
  }
}

const material = (items: number, worst: number) =>
  fc.array(fc.tuple(fc.integer({ min: 12, max: 120 }), fc.double({ min: worst, max: 1, noNaN: true })), {
    minLength: items,
    maxLength: items,
  })

test('for any material, ratio and budget: never above by the count, full when there is material, at most three counts', async () => {
  await fc.assert(
    fc.asyncProperty(
      material(400, 0.75),
      fc.double({ min: 0.8, max: 2.5, noNaN: true }),
      fc.integer({ min: 4000, max: 40_000 }),
      fc.nat(30),
      fc.constantFrom(1, 1.2, 1.3, 1.6),
      async (items, ratio, budget, around, stated) => {
        const some = { costs: items.map(([cost]) => cost), errors: items.map(([, error]) => error) }
        const counted: number[] = []
        const { pack, tokens } = await fitExactly(stated, packing(some, budget), counting(some, ratio, around, counted))
        expect(tokens).toBeLessThanOrEqual(budget)
        expect(tokens).toBe(await counting(some, ratio, around)(pack.context.text))
        expect(counted.length).toBeLessThanOrEqual(3)
        if (pack.context.leftOut.length > 0) expect(tokens).toBeGreaterThanOrEqual(budget * 0.95)
      },
    ),
    { numRuns: 300 },
  )
})

test('an estimate that is right for the first half and far off for the second ends full as well', async () => {
  for (const late of [0.6, 1.4]) {
    const some = {
      costs: Array.from({ length: 500 }, () => 40),
      errors: Array.from({ length: 500 }, (_, n) => (n < 80 ? 1 : late)),
    }
    const { tokens } = await fitExactly(1.6, packing(some, 10_000), counting(some, 1, 8))
    expect(tokens).toBeLessThanOrEqual(10_000)
    expect(tokens).toBeGreaterThanOrEqual(9500)
  }
})

describe('how often it asks', () => {
  const even = { costs: Array.from({ length: 300 }, () => 40), errors: Array.from({ length: 300 }, () => 1) }
  test.each<[what: string, ratio: number, budget: number, times: number]>([
    ['once, when the stated factor is right', 1.57, 5000, 1],
    ['once, when all of it fits', 0.9, 20_000, 1],
    ['twice, when the provider needs less', 1.1, 5000, 2],
    ['twice, when the provider needs more', 2.2, 5000, 2],
  ])('%s', async (_, ratio, budget, times) => {
    const [built, counted]: number[][] = [[], []]
    await fitExactly(1.6, packing(even, budget, built), counting(even, ratio, 8, counted))
    expect([built!.length, counted!.length]).toEqual([times, times])
  })

  test('three times, where a provider adds a thousand tokens of its own', async () => {
    const counted: number[] = []
    const { tokens } = await fitExactly(1.6, packing(even, 2600), counting(even, 1.5, 1000, counted))
    expect(counted).toHaveLength(3)
    expect(tokens).toBeLessThanOrEqual(2600)
    expect(tokens).toBeGreaterThanOrEqual(2600 * 0.95)
  })

  test('never twice about the same text', async () => {
    const [one, counted]: [Material, number[]] = [{ costs: [40, 5000], errors: [1, 1] }, []]
    const { tokens } = await fitExactly(1.6, packing(one, 1000), counting(one, 1, 0, counted))
    expect([counted, tokens]).toEqual([[85], 85])
  })
})

describe('a provider that makes no sense', () => {
  const some = { costs: Array.from({ length: 300 }, () => 40), errors: Array.from({ length: 300 }, () => 1) }
  test.each<[what: string, counts: number[], says: RegExp]>([
    ['nearly nothing', [3], /counts 3 tokens where about \d{4} were expected/],
    ['far too much', [900_000], /that cannot be/],
    [
      'more, the smaller the text',
      [5200, 5300, 5400],
      /counts 5200 tokens, above the budget of 5000, in the smallest of 3 tries/,
    ],
  ])('%s', async (_, counts, says) => {
    const count = async () => counts.shift()!
    await expect(fitExactly(1.6, packing(some, 5000), count)).rejects.toMatchObject({
      exitCode: 5,
      message: expect.stringMatching(says),
    })
    expect(counts).toEqual([])
  })

  test('with one pack that fits, that one is taken', async () => {
    const counts = [4000, 5100, 5050]
    expect(await fitExactly(1.6, packing(some, 5000), async () => counts.shift()!)).toMatchObject({ tokens: 4000 })
  })
})
