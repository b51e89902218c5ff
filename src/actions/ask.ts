import type * as z from 'zod'
import type { Session } from '../session/open.ts'
import { hasPlace, refusePast } from '../workspace/place.ts'
import { refuseNewerFormat } from '../workspace/start/format.ts'
import { hasUnfinished } from '../workspace/write/journal.ts'
import type { Asking } from './action.ts'
import { checkInput } from './check-input.ts'

/** The way of all that makes no plan (`perform` is the other one): the input is checked, what a killed command left is finished, then it runs. */
export async function ask<I extends z.ZodObject, O>(action: Asking<I, O>, input: unknown, session: Session): Promise<O> {
  const checked = checkInput(action, input)
  if (action.effect === 'read' && hasUnfinished(session.here())) {
    const { recoverIfIdle } = await import('../workspace/write/recover.ts')
    await recoverIfIdle(session.here())
  }
  if (session.asOf() && action.effect !== 'read') refusePast(session.place())
  if (action.effect !== 'read' && hasPlace(session.cwd)) refuseNewerFormat(session.place())
  return action.run(checked, session)
}
