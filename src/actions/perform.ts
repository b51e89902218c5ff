import type * as z from 'zod'
import { Failure } from '../failure.ts'
import type { Session } from '../session/open.ts'
import type { Waiting } from '../workspace/git/pending.ts'
import { putAway } from '../workspace/intake/inbox.ts'
import { exclusively } from '../workspace/lock.ts'
import { refusePast } from '../workspace/place.ts'
import { refuseNewerFormat } from '../workspace/start/format.ts'
import { apply, preview } from '../workspace/write/apply.ts'
import type { FileChange } from '../workspace/write/journal.ts'
import { putBytes } from '../workspace/write/put-bytes.ts'
import { recover } from '../workspace/write/recover.ts'
import type { Changing, Decision } from './action.ts'
import { checkInput } from './check-input.ts'

/** How an answer was asked for. */
export type How = {
  /** Show what would change, change nothing. */
  dryRun?: boolean
  /** Whoever asks has already said yes to questions. */
  yes?: boolean
  /** Asks a person; absent where there is none. */
  confirm?: (question: string) => Promise<boolean>
}

/** What every change answers, besides its own words. */
export type Changed = { path: string; commit: string | null; unchanged?: true; pending?: Waiting[]; preview?: FileChange[] }

/** The one way anything in the tree changes: decide and do under one lock, so that no other dossier comes in between. */
export async function perform<I extends z.ZodObject, O extends object>(
  action: Changing<I, O>,
  input: unknown,
  session: Session,
  how: How = {},
): Promise<O & Changed> {
  const checked = checkInput(action, input)
  const place = session.place()
  refusePast(place)
  refuseNewerFormat(place)
  if (how.dryRun) {
    const decision = await action.decide(checked, session)
    return { ...decision.answer, path: pathOf(decision), commit: null, preview: preview(place, decision.plan) }
  }
  const { decision, written } = await exclusively(place, async () => {
    await recover(place)
    const made = await action.decide(checked, session)
    if (made.asks && !how.yes) return { decision: made }
    return { decision: made, written: await carryOut(made, action.name, session) }
  })
  if (!written) return perform(action, input, session, { ...how, yes: await agreed(decision.asks!, how) })
  const { commit, unchanged, pending } = written
  return { ...decision.answer, path: pathOf(decision), commit, ...(unchanged && { unchanged }), ...(pending && { pending }) }
}

/** Does what was decided; files that are no text come before the plan, which commits them, and go again when it fails. */
async function carryOut({ plan, files = [], away = [] }: Decision<object>, action: string, session: Session) {
  const place = session.place()
  const takeBack = files.length > 0 ? putBytes(place, files, session.newId()) : () => {}
  const written = await apply(place, plan, await by(action, session)).catch((error: unknown) => {
    takeBack()
    throw error
  })
  putAway(away)
  return written
}

async function agreed(question: string, { confirm }: How): Promise<true> {
  if (await confirm?.(question)) return true
  if (confirm) throw new Failure('Nothing was written.', { exitCode: 2 })
  throw new Failure(question, { hint: '--yes says yes', exitCode: 2 })
}

async function by(action: string, session: Session) {
  const actor = (await session.me()) ?? (await session.gitName())
  const manual = session.settings().commit === 'manual'
  return { id: session.newId(), action, actor, because: `asked by ${actor}`, now: session.now(), manual }
}

const pathOf = ({ plan, answer }: Decision<object>) => ('path' in answer ? String(answer.path) : (plan.edits[0]?.path ?? ''))
