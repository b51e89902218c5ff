import { Failure } from '../../../failure.ts'
import { costOf, margin } from '../../../formulas/tokens/estimate-tokens.ts'
import { fitToBudget, rankSteps, type Share } from '../../../formulas/tokens/fit-to-budget.ts'
import type { SectionName } from '../../../records/kinds/tier.ts'
import type { Item, Source } from '../item.ts'
import type { OpenTier } from '../read-tier.ts'
import type { Form } from '../tell/form.ts'
import { layOut } from '../tell/lay-out.ts'
import { openCutter, stepsOf, type TextStep } from './cut-steps.ts'
import { type LeftOut, listLeftOut } from './list-left-out.ts'
import { measureForm } from './measure-form.ts'
import { type Reckoned, reckonItems } from './reckon-items.ts'

/** A context and its manifest: what it tells, what not, and where each fact stands. */
export type Context = {
  text: string
  tokens: number
  sections: { name: SectionName; tokens: number; shown: number; total: number }[]
  leftOut: LeftOut[]
  sources: ({ n: number } & Source)[]
  /** Every item: how much of it is told, and why. */
  items: Reckoned[]
}

type Asked = { budget: number; form: Form /** Tokens of the model for one of o200k. */; factor: number }

/** Builds the context of a tier from items: never above the budget, and full as long as there is something to tell. */
export function buildContext(all: readonly Item[], tier: OpenTier, { budget, form, factor }: Asked): Context {
  const measured = measureForm(form)
  const { bare } = measured
  const sections = tier.sections.map((section) => ({ ...section, items: all.filter((item) => item.section === section.name) }))
  const room = Math.floor((budget * 1000) / factor) - margin - bare
  if (room < 0)
    throw new Failure(`A budget of ${budget} tokens is below what the frame of a context needs.`, {
      hint: `the smallest possible is --budget ${Math.ceil(((bare + margin) * factor) / 1000)}`,
      exitCode: 2,
    })
  const shares = sections.map(
    ({ min, max, ...section }): Share => ({
      head: measured.head({ ...section, shown: section.items.length }),
      min: min * 1000,
      max: (max ?? Infinity) * 1000,
    }),
  )
  const cut = openCutter(measured)
  const cuts = sections.map((section, n) => section.items.map((item) => cut(item, shares[n]!.head)))
  const steps = sections.flatMap((section, n) =>
    section.items.flatMap((item, m) => stepsOf(cuts[n]![m]!, { section: n, item: m, value: item.value, weight: section.weight })),
  )
  const ranked = rankSteps(tieSteps(steps), shares)
  const { taken, prefix } = fitToBudget(
    ranked.map(({ step }) => step),
    shares,
    room,
  )
  const page = (count: number) => layOut(sections, taken.slice(0, count))
  const { text, count } = within(
    room + bare,
    taken,
    (some) => form.render(page(some)),
    () => form.render({ ...page(0), notTold: [] }),
  )
  const chosen = taken.slice(0, count)
  const toTokens = (cost: number) => Math.ceil((cost * factor) / 1000)
  return {
    text,
    tokens: toTokens(costOf(text) + margin),
    sections: sections.map(({ name, items: own }, n) => {
      const mine = chosen.filter(({ section }) => section === n)
      const cost = mine.length > 0 ? mine.reduce((sum, step) => sum + step.cost, shares[n]!.head) : 0
      return { name, tokens: toTokens(cost), shown: mine.filter(({ at }) => at === 0).length, total: own.length }
    }),
    leftOut: listLeftOut(sections, cuts, chosen, toTokens),
    sources: page(count).sources,
    items: reckonItems(sections, ranked, { chosen, prefix: Math.min(prefix, count), toTokens }),
  }
}

/** Gives steps whose lines must not be told without a later word the place of that word. */
function tieSteps(steps: readonly TextStep[]): TextStep[] {
  const spots = new Map(
    steps.flatMap(({ section, item, at, lines }) =>
      lines.flatMap(({ id }) => (id ? [[id, { section, item, at }] as const] : [])),
    ),
  )
  return steps.map((step) => {
    const needs = step.lines.flatMap((line) => line.needs ?? []).flatMap((id) => spots.get(id) ?? [])
    return needs.length > 0 ? { ...step, needs } : step
  })
}

/** Gives steps back from the end until what the form made of the rest fits: a template may print a thing twice. */
function within(
  most: number,
  taken: readonly TextStep[],
  render: (count: number) => string,
  bare: () => string,
): { text: string; count: number } {
  const whole = render(taken.length)
  if (costOf(whole) <= most) return { text: whole, count: taken.length }
  let [fits, exceeds] = [0, taken.length]
  while (exceeds - fits > 1) {
    const middle = Math.floor((fits + exceeds) / 2)
    if (costOf(render(middle)) <= most) fits = middle
    else exceeds = middle
  }
  const text = render(fits)
  return { text: costOf(text) <= most ? text : bare(), count: fits }
}
