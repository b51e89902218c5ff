import * as z from 'zod'
import { makeBrief } from '../features/day/make-brief.ts'
import type { Session } from '../session/open.ts'

/** What every brief is asked for with, whether it is shown or kept. */
export const briefInput = z.object({ user: z.string().optional().describe('Whose day; absent, yours.') })

/** Makes the brief of the person who was named, else of whoever asks. */
export async function briefOf(session: Session, { user: named }: z.infer<typeof briefInput>) {
  const people = session.people()
  const user = named === undefined ? await session.needMe() : people.need(named)
  return makeBrief(session.place(), { people, settings: session.settings(), now: session.now(), user })
}
