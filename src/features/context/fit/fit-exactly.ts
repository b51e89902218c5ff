import { Failure } from '../../../failure.ts'
import type { CountTokens } from '../../../outside/models/count-tokens.ts'

/** What counting needs to know of a pack: `tokens` are those estimated with the factor it was built with. */
export type Countable = {
  budget: number
  context: { text: string; tokens: number; leftOut: readonly { tokens: number }[] }
}

/** A pack that was counted, and for how many tokens of o200k it was estimated. */
type Counted<P> = { pack: P; tokens: number; estimate: number }

/** How often a provider is asked, and what share of the budget is enough. */
const [calls, enough] = [3, 0.95]

/** What share is aimed at: first; last, where a smaller pack is at hand; last, where none was small enough. */
const [first, bold, careful] = [0.98, 0.985, 0.972]

/** Builds a pack again with the factor its count shows, until it fills the budget by that count: never above, after at most three counts. */
export async function fitExactly<P extends Countable>(
  stated: number,
  build: (factor: number) => Promise<P>,
  count: CountTokens,
): Promise<{ pack: P; tokens: number }> {
  const counted: Counted<P>[] = []
  for (let factor = stated; counted.length < calls; factor = nextFactor(counted)) {
    const pack = await build(factor)
    if (counted.some((one) => one.pack.context.text === pack.context.text)) break
    const tokens = await count(pack.context.text)
    const estimate = pack.context.tokens / factor
    refuseImplausible(tokens, estimate)
    counted.push({ pack, tokens, estimate })
    if (fits(counted.at(-1)!) && (tokens >= enough * pack.budget || isWhole(pack))) break
  }
  const best = counted.filter(fits).reduce<Counted<P> | undefined>((a, b) => (a && a.tokens >= b.tokens ? a : b), undefined)
  if (best) return { pack: best.pack, tokens: best.tokens }
  const least = Math.min(...counted.map(({ tokens }) => tokens))
  throw new Failure(
    `The provider counts ${least} tokens, above the budget of ${counted[0]!.pack.budget}, in the smallest of ${counted.length} tries.`,
    { hint: 'raise --budget, or leave --exact out for the offline estimate', exitCode: 5 },
  )
}

const fits = ({ pack, tokens }: Counted<Countable>) => tokens <= pack.budget

/** Nothing that could be told was left out. */
const isWhole = ({ context }: Countable) => context.leftOut.every(({ tokens }) => tokens === 0)

/** The factor with which the next pack should come out at the share that is aimed at. */
function nextFactor(counted: readonly Counted<Countable>[]): number {
  const { budget } = counted[0]!.pack
  const last = counted.at(-1)!
  const target = budget * (counted.length === 1 ? first : counted.some(fits) ? bold : careful)
  const ways = [last.estimate * (target / last.tokens), ...(counted.length > 1 ? [alongTheLine(counted[0]!, last, target)] : [])]
  return budget / Math.max(1, Math.min(...ways))
}

/** What estimate two counts lead to, where a provider adds tokens of its own to every text. */
function alongTheLine(early: Counted<Countable>, last: Counted<Countable>, target: number): number {
  const ratio = last.tokens / last.estimate
  const slope = (last.tokens - early.tokens) / (last.estimate - early.estimate)
  const sane = Number.isFinite(slope) ? Math.min(ratio * 2, Math.max(ratio / 4, slope)) : ratio
  return last.estimate + (target - last.tokens) / sane
}

/** No provider needs a tenth of what o200k needs, or twenty times as much: such a count would make a pack of nothing, or of everything. */
function refuseImplausible(tokens: number, estimate: number): void {
  if (tokens > estimate / 10 && tokens < estimate * 20 + 1000) return
  throw new Failure(`The provider counts ${tokens} tokens where about ${Math.round(estimate)} were expected: that cannot be.`, {
    hint: 'see whether ANTHROPIC_BASE_URL names the right service; without --exact the offline estimate is used',
    exitCode: 5,
  })
}
