import { Flags } from '@oclif/core'
import type * as z from 'zod'
import type { Changing } from '../actions/action.ts'
import { type Changed, perform } from '../actions/perform.ts'
import { ChangingDoor } from './changing-door.ts'
import { confirm } from './confirm.ts'
import { sayWaiting } from './say/change.ts'

/** The flag by which a command on many records writes what it planned. */
export const applyFlag = { apply: Flags.boolean({ summary: 'Write it, as one commit.', default: false }) }

/** What every command on many records shares: it shows its plan, and writes with --apply. */
export abstract class PlanningDoor extends ChangingDoor {
  /** Shows the plan, or carries it out; --dry-run shows its every line. */
  protected async plan<I extends z.ZodObject, O extends object>(
    action: Changing<I, O>,
    input: unknown,
    { apply = false, say }: { apply?: boolean; say: (answer: O, done: { apply: boolean; commit: string | null }) => string },
  ): Promise<O & Partial<Changed>> {
    const { 'dry-run': dryRun = false, yes = false } = this.given
    if (dryRun) return this.change(action, input)
    const how = { dryRun: !apply, yes, ...(process.stdin.isTTY && { confirm }) }
    const { preview, commit, pending, ...answer } = await perform(action, input, this.session(), how)
    this.sayClock()
    this.log(say(answer as unknown as O, { apply, commit }))
    for (const waiting of pending ?? []) this.tell(sayWaiting(waiting))
    if (!apply && preview?.length)
      this.tell('Nothing is written yet; --apply writes it as one commit, --dry-run shows every line.')
    return { ...(answer as unknown as O), ...(apply && { commit }), ...(pending && { pending }) }
  }
}
