import type { Asked } from '../features/context/pack-customer.ts'
import { modelFactor } from '../formulas/tokens/model-factor.ts'
import { dayIn } from '../records/days/calendar.ts'
import type { Session } from '../session/open.ts'
import { readTeam } from '../workspace/records.ts'

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
