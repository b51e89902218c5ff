import type { Countable } from '../features/context/fit/fit-exactly.ts'
import { modelFactor } from '../formulas/tokens/model-factor.ts'
import type { Session } from '../session/open.ts'

/** A pack with its size, who measured it, and why it was not counted when that was asked. */
export type Measured<P> = { pack: P; tokens: number; tokenizer: string; note?: string }

/** Builds a pack with the tokens of the workspace's model estimated; with `exact` counted by the model's provider, who is sent the text. */
export async function measurePack<P extends Countable>(
  session: Session,
  exact: boolean,
  build: (factor: number) => Promise<P>,
): Promise<Measured<P>> {
  const { factor, tokenizer } = modelFactor(session.settings().model)
  const counter = exact && (await (await import('./open-counter.ts')).openCounter(session))
  if (counter && 'count' in counter) {
    const { fitExactly } = await import('../features/context/fit/fit-exactly.ts')
    return { ...(await fitExactly(factor, build, counter.count)), tokenizer: counter.tokenizer }
  }
  const pack = await build(factor)
  return { pack, tokens: pack.context.tokens, tokenizer, ...(counter && { note: counter.note }) }
}
