import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { healthScore } from '../../src/formulas/health-score.ts'
import type { Touch } from '../../src/formulas/touch.ts'

const today = '2026-11-20'
const dayAgo = (days: number) => new Date(Date.UTC(2026, 10, 20 - days)).toISOString().slice(0, 10)
const touch = (days: number, over: Partial<Touch> = {}): Touch => ({
  path: 'p',
  at: new Date(dayAgo(days)),
  day: dayAgo(days),
  type: 'call',
  with: ['jo'],
  answered: false,
  ...over,
})
const judge = (over: Partial<Parameters<typeof healthScore>[0]>) =>
  healthScore({ today, touches: [], deals: [], moods: [], ...over })
const part = (name: string, over: Parameters<typeof judge>[0]) => judge(over).parts.find((one) => one.name === name)!.value

describe('recency: 100 up to 7 days, 0 from 60 on, in between a straight line', () => {
  test.each([
    [0, 100],
    [7, 100],
    [33.5, 50],
    [60, 0],
    [400, 0],
  ])('%d days', (days, value) => {
    if (Number.isInteger(days)) expect(part('recency', { touches: [touch(days)] })).toBe(value)
    else {
      const [before, after] = [part('recency', { touches: [touch(33)] })!, part('recency', { touches: [touch(34)] })!]
      expect((before + after) / 2).toBeCloseTo(value)
    }
  })
  test('without a touch there is none', () => expect(part('recency', {})).toBeNull())
})

describe('engagement: 30 days against the monthly mean of the 90 days before', () => {
  test.each([
    ['nothing to compare with', [touch(1)], null],
    ['as before', [touch(1), touch(40), touch(70), touch(100)], 100],
    ['half of before', [touch(29), touch(30), touch(31), touch(60), touch(90), touch(100), touch(119)], 50],
    ['silence', [touch(30)], 0],
    ['older ones count for nothing', [touch(2), touch(120)], null],
    ['more than before is no more than all', [touch(1), touch(2), touch(3), touch(50)], 100],
  ])('%s', (_, touches, value) => expect(part('engagement', { touches })).toBe(value))
})

describe('relationships: people who answered in 90 days', () => {
  const answered = (days: number, ...people: string[]) => touch(days, { answered: true, with: people })
  test.each([
    ['no touch ever', [], null],
    ['nobody', [touch(1)], 0],
    ['one', [answered(1, 'jo'), answered(2, 'jo')], 40],
    ['two', [answered(1, 'jo', 'eve')], 70],
    ['three', [answered(1, 'jo', 'eve'), answered(89, 'sam')], 100],
    ['long ago', [answered(90, 'jo')], 0],
  ])('%s', (_, touches, value) => expect(part('relationships', { touches })).toBe(value))
})

describe('momentum of open deals', () => {
  const [old, fresh] = [touch(22, { deal: 'd' }), touch(21, { deal: 'd' })]
  test.each([
    ['no open deal', [], [], null],
    ['a touch about it', [{ slug: 'd' }], [fresh], 100],
    ['a touch too long ago', [{ slug: 'd' }], [old], 30],
    ['a touch about another', [{ slug: 'e' }], [fresh], 30],
    ['a stage move', [{ slug: 'e', lastMove: dayAgo(21) }], [], 100],
    ['an old move', [{ slug: 'e', lastMove: dayAgo(22) }], [], 30],
    ['past its date', [{ slug: 'd', closeDate: dayAgo(1) }], [fresh], 30],
    ['another past its date', [{ slug: 'd' }, { slug: 'e', closeDate: dayAgo(1) }], [fresh], 30],
    ['due today', [{ slug: 'd', closeDate: today }], [fresh], 100],
  ])('%s', (_, deals, touches, value) => expect(part('momentum', { deals, touches })).toBe(value))
})

describe('sentiment: the mean of the last ten', () => {
  test.each([
    [[], null],
    [['positive'], 100],
    [[-1], 0],
    [['neutral', 0.5, -0.5], 50],
    [[-1, ...Array<number>(10).fill(1)], 100],
  ] as const)('%j', (moods, value) => expect(part('sentiment', { moods })).toBe(value))
})

describe('the score', () => {
  test('nothing known is null, not zero', () => expect(judge({}).score).toBeNull())
  test('set by hand wins, and the parts are still told', () => {
    expect(judge({ byHand: 12, touches: [touch(1)] })).toMatchObject({ score: 12, byHand: true })
  })
  test('absent parts are dropped and the rest weighs more', () => {
    // recency 30 × 100, relationships 20 × 0: the others have nothing to judge by.
    expect(judge({ touches: [touch(1)] }).score).toBe(60)
  })
  test('all parts: (30×100 + 20×100 + 20×40 + 15×30 + 15×75) / 100 = 73.75', () => {
    const touches = [touch(40), touch(3, { answered: true })]
    expect(judge({ touches, deals: [{ slug: 'd' }], moods: [0.5] }).score).toBe(74)
  })
  test('weights of the team', () => {
    const weights = { recency: 1, engagement: 0, relationships: 1, momentum: 0, sentiment: 0 }
    expect(healthScore({ today, touches: [touch(1)], deals: [], moods: [] }, weights).score).toBe(50)
  })
  test('it never leaves 0 to 100', () => {
    const touches = fc.array(
      fc.record({ days: fc.nat(400), answered: fc.boolean(), with: fc.array(fc.constantFrom('a', 'b', 'c', 'd')) }),
    )
    fc.assert(
      fc.property(touches, fc.array(fc.double({ min: -1, max: 1, noNaN: true })), (some, moods) => {
        const sorted = some.toSorted((a, b) => b.days - a.days).map(({ days, ...over }) => touch(days, over))
        const { score } = judge({ touches: sorted, moods })
        expect(score === null || (Number.isInteger(score) && score >= 0 && score <= 100)).toBe(true)
      }),
    )
  })
})
