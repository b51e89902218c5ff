/**
 * A piece of an item that is taken whole or not at all. Costs are in milli-tokens; `at` is its place among the item's own steps.
 * `once` are parts of the cost (a source that is listed) which are paid only by the first step that needs them.
 */
export type Step = {
  section: number
  item: number
  at: number
  cost: number
  value: number
  once: readonly { key: string; cost: number }[]
}

/** What a section costs to open (its heading), what it gets before others, and where it begins to wait. In milli-tokens. */
export type Share = { head: number; min: number; max: number }

/** What was taken: the longest beginning of the order that fits, and then what fills the rest. */
export type Fit<S> = { taken: S[]; prefix: number; cost: number }

type Ranked<S> = { step: S; ratio: number; turn: 0 | 1 | 2 }

/**
 * The order in which steps are taken, whatever the budget: those that fill a section's minimum, then by value per token, last
 * those past a section's maximum. A later step of an item never comes before an earlier one. Give each item's steps in order.
 */
export function orderSteps<S extends Step>(steps: readonly S[], shares: readonly Share[]): S[] {
  const ranked = rank(steps)
  const bySection = Map.groupBy(ranked, ({ step }) => step.section)
  for (const [section, own] of bySection) {
    const { head, min, max } = shares[section]!
    let spent = head
    for (const one of own.sort(byRatio)) {
      spent += one.step.cost
      one.turn = spent <= min ? 0 : spent <= max ? 1 : 2
    }
  }
  return ranked.sort((a, b) => a.turn - b.turn || byRatio(a, b)).map(({ step }) => step)
}

function rank<S extends Step>(steps: readonly S[]): Ranked<S>[] {
  let [section, item, least] = [-1, -1, 0]
  return steps.map((step) => {
    const own = step.value / step.cost
    least = step.section === section && step.item === item ? Math.min(least, own) : own
    ;[section, item] = [step.section, step.item]
    return { step, ratio: least, turn: 1 as const }
  })
}

const byRatio = <S extends Step>(a: Ranked<S>, b: Ranked<S>) =>
  b.ratio - a.ratio || a.step.section - b.step.section || a.step.item - b.step.item || a.step.at - b.step.at

/** Takes the longest beginning of the order that fits into `room` milli-tokens, then fills what is left with whatever still fits. */
export function fitToBudget<S extends Step>(order: readonly S[], shares: readonly Share[], room: number): Fit<S> {
  const opened = new Set<number>()
  const reached = new Map<string, number>()
  const taken: S[] = []
  let cost = 0
  const paid = new Set<string>()
  const costOf = ({ section, cost: whole, once }: S) => {
    const twice = new Set(once.filter(({ key }, n) => paid.has(key) || once.findIndex((other) => other.key === key) < n))
    const saved = [...twice].reduce((sum, part) => sum + part.cost, 0)
    return whole - saved + (opened.has(section) ? 0 : shares[section]!.head)
  }
  const take = (step: S) => {
    cost += costOf(step)
    opened.add(step.section)
    for (const { key } of step.once) paid.add(key)
    reached.set(nameOf(step), step.at + 1)
    taken.push(step)
  }
  let prefix = 0
  while (prefix < order.length && cost + costOf(order[prefix]!) <= room) take(order[prefix++]!)
  for (const step of order.slice(prefix))
    if (step.at === (reached.get(nameOf(step)) ?? 0) && cost + costOf(step) <= room) take(step)
  return { taken, prefix, cost }
}

const nameOf = ({ section, item }: Step) => `${section} ${item}`
