import type { Ranked } from '../../../formulas/tokens/fit-to-budget.ts'
import type { SectionName } from '../../../records/kinds/tier.ts'
import type { Item, Source } from '../item.ts'
import type { TextStep } from './cut-steps.ts'

/** How much of an item is told. */
type Detail = 'whole' | 'excerpt' | 'line' | 'none'

/** What became of an item: tokens that are told and that are not, what it is worth for 100 of them, and why. */
export type Reckoned = { section: SectionName } & Source & {
    text: string
    detail: Detail
    tokens: number
    left: number
    worth: number
    why: string
  }

type Outcome = {
  chosen: readonly TextStep[] /** So many of them were taken in order; the rest filled what was left. */
  prefix: number
  toTokens: (cost: number) => number
}

/** Says of every item how much of it is told and why, in the order it would stand. */
export function reckonItems(
  sections: readonly { name: SectionName; items: readonly Item[] }[],
  ranked: readonly Ranked<TextStep>[],
  { chosen, prefix, toTokens }: Outcome,
): Reckoned[] {
  const taken = new Map(chosen.map((step, n) => [step, n < prefix]))
  const last = ranked.findLast(({ step }) => taken.get(step))
  const byItem = Map.groupBy(ranked, ({ step }) => `${step.section} ${step.item}`)
  const say = (ratio: number) => Number((ratio * 100_000).toPrecision(3))
  return sections.flatMap(({ name, items }, n) =>
    items.map((item, m) => {
      const own = (byItem.get(`${n} ${m}`) ?? []).sort((a, b) => a.step.at - b.step.at)
      const told = own.filter(({ step }) => taken.has(step))
      const rest = own.filter(({ step }) => !taken.has(step))
      const sum = (some: typeof own) => toTokens(some.reduce((all, { step }) => all + step.cost, 0))
      const deciding = rest[0] ?? own[0]
      return {
        section: name,
        ...(item.first.sources[0] ?? { path: item.path, line: 1 }),
        text: item.first.text,
        detail: detailOf(told.length, rest.length),
        tokens: sum(told),
        left: sum(rest),
        worth: say(own[0]?.ratio ?? 0),
        why: sayWhy(item, {
          own,
          told,
          rest,
          deciding,
          isFill: told.length > 0 && taken.get(told.at(-1)!.step) === false,
          last,
          say,
          toTokens,
        }),
      }
    }),
  )
}

const detailOf = (told: number, rest: number): Detail =>
  told === 0 ? 'none' : rest === 0 ? 'whole' : told === 1 ? 'line' : 'excerpt'

type Known = {
  own: readonly Ranked<TextStep>[]
  told: readonly Ranked<TextStep>[]
  rest: readonly Ranked<TextStep>[]
  deciding: Ranked<TextStep> | undefined
  isFill: boolean
  last: Ranked<TextStep> | undefined
  say: (ratio: number) => number
  toTokens: (cost: number) => number
}

function sayWhy({ note }: Item, { own, told, rest, deciding, isFill, last, say, toTokens }: Known): string {
  if (own.length === 0 || !deciding) return 'its path is too long to cite'
  const of = `worth ${say(deciding.ratio)} for 100 tokens`
  const limit = last && last.turn === deciding.turn ? `; the last that had its turn was worth ${say(last.ratio)}` : ''
  if (rest.length > 0) {
    const what = told.length > 0 ? 'the next part is ' : ''
    if (deciding.turn === 2 && (last?.turn ?? 0) < 2) return `${what}past the maximum of its section (${of})`
    return `${what}${of}${limit}, and needs ${toTokens(deciding.step.cost)} tokens`
  }
  if (note) return note
  if (isFill) return `filled what was left (${of})`
  if (deciding.turn === 0) return `within the minimum of its section (${of})`
  return deciding.turn === 2 ? `past the maximum of its section, with room to spare (${of})` : of
}
