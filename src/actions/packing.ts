import * as z from 'zod'
import type { Asked } from '../features/context/pack-customer.ts'
import { modelFactor } from '../formulas/tokens/model-factor.ts'
import { dayIn } from '../records/days/calendar.ts'
import type { Session } from '../session/open.ts'
import { readTeam } from '../workspace/records.ts'

/** A budget as it is asked for: `example` is one, and `absent` says what holds without one. */
export const budgetInput = (example: number, absent: string) =>
  z.coerce
    .number(`a whole number of tokens such as ${example}`)
    .int(`a whole number of tokens such as ${example}`)
    .min(1, `a whole number of tokens such as ${example}`)
    .max(10_000_000, 'at most 10000000 tokens')
    .optional()
    .describe(`The most tokens it may have; absent, ${absent}.`)

export const exactInput = z
  .boolean()
  .default(false)
  .describe('Count with the service of the model (`model:`), which is sent the whole text; needs ANTHROPIC_API_KEY.')

/** What a pack is made by besides the customer's files: who the team is, what day it is, how tokens are counted. */
export function packingOf(
  session: Session,
  { tier, budget, task, format }: Pick<Asked, 'tier' | 'budget' | 'task' | 'format'>,
): Asked & { tokenizer: string } {
  const settings = session.settings()
  const { factor, tokenizer } = modelFactor(settings.model)
  return {
    tier,
    budget,
    task,
    format,
    today: dayIn(settings.timezone, session.now()),
    now: session.now(),
    factor,
    tokenizer,
    people: session.people(),
    settings,
    team: readTeam(session.place()),
  }
}
