/** Which step of which item of which section. */
type Spot = { section: number; item: number; at: number }

/**
 * A piece of an item that is taken whole or not at all. Costs are in milli-tokens; `at` is its place among the item's own steps.
 * `once` are parts of the cost (a source that is listed) which are paid only by the first step that needs them. A step that
 * `needs` others is never taken without them.
 */
export type Step = Spot & { cost: number; value: number; once: readonly { key: string; cost: number }[]; needs?: readonly Spot[] }

/** What a section costs to open (its heading), what it gets before others, and where it begins to wait. In milli-tokens. */
export type Share = { head: number; min: number; max: number }

/** What was taken: the longest beginning of the order that fits, and then what fills the rest. */
export type Fit<S> = { taken: S[]; prefix: number; cost: number }

/** A step with what it is worth for a milli-token, and its turn: 0 within the minimum of its section, 1 by worth, 2 past the maximum. */
export type Ranked<S> = { step: S; ratio: number; turn: 0 | 1 | 2 }

/**
 * The order in which steps are taken, whatever the budget: those that fill a section's minimum, then by value per token, last
 * those past a section's maximum. A later step of an item never comes before an earlier one, and none before the one it needs.
 * Give each item's steps in order.
 */
export function rankSteps<S extends Step>(steps: readonly S[], shares: readonly Share[]): Ranked<S>[] {
  const ranked = weigh(steps)
  const bySection = Map.groupBy(ranked, ({ step }) => step.section)
  for (const [section, own] of bySection) {
    const { head, min, max } = shares[section]!
    let spent = head
    for (const one of own.sort(byRatio)) {
      spent += one.step.cost
      one.turn = spent <= min ? 0 : spent <= max ? 1 : 2
    }
  }
  return park(ranked.sort((a, b) => a.turn - b.turn || byRatio(a, b)))
}

/** Values for a milli-token, which never rise within an item. */
function weigh<S extends Step>(steps: readonly S[]): Ranked<S>[] {
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

/** Puts steps that need another, and what follows them in their item, right behind it; what can never be taken, because they need each other or what is not there, last. */
function park<S extends Step>(order: readonly Ranked<S>[]): Ranked<S>[] {
  if (!order.some(({ step }) => step.needs)) return [...order]
  const done = new Set<string>()
  const waiting = new Map<string, Ranked<S>[]>()
  const settled: Ranked<S>[] = []
  const queue = order.toReversed()
  for (let one = queue.pop(); one; one = queue.pop()) {
    const { needs = [], ...spot } = one.step
    const wanted = spot.at > 0 ? [...needs, { ...spot, at: spot.at - 1 }] : needs
    const missing = wanted.map(spotOf).find((name) => !done.has(name))
    if (missing !== undefined) {
      waiting.set(missing, [...(waiting.get(missing) ?? []), one])
      continue
    }
    const own = spotOf(one.step)
    done.add(own)
    settled.push(one)
    queue.push(...(waiting.get(own) ?? []).toReversed())
    waiting.delete(own)
  }
  return waiting.size === 0 ? settled : [...settled, ...order.filter(({ step }) => !done.has(spotOf(step)))]
}

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
  const isTaken = (spot: Spot) => spot.at < (reached.get(nameOf(spot)) ?? 0)
  let prefix = 0
  const isNext = (step: S) => step.at === (reached.get(nameOf(step)) ?? 0) && (step.needs ?? []).every(isTaken)
  const canTake = (step: S) => isNext(step) && cost + costOf(step) <= room
  while (prefix < order.length && canTake(order[prefix]!)) take(order[prefix++]!)
  for (const step of order.slice(prefix)) if (canTake(step)) take(step)
  return { taken, prefix, cost }
}

const spotOf = ({ section, item, at }: Spot) => `${section} ${item} ${at}`
const nameOf = ({ section, item }: Spot) => `${section} ${item}`
