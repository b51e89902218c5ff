import { Flags } from '@oclif/core'
import type * as z from 'zod'
import type { Changing } from '../actions/action.ts'
import { type Changed, perform } from '../actions/perform.ts'
import { confirm } from './confirm.ts'
import { Door, everyFlag } from './door.ts'
import { sayChange } from './say/change.ts'

/** What every command that changes the tree shares as well. */
export abstract class ChangingDoor extends Door {
  static override baseFlags = {
    ...everyFlag,
    'dry-run': Flags.boolean({ summary: 'Show what would change, and change nothing.', helpGroup: 'GLOBAL', default: false }),
    yes: Flags.boolean({ summary: 'Say yes to every question.', char: 'y', helpGroup: 'GLOBAL', default: false }),
  }

  /** Performs an action; says what it changed, where, and whether it is committed. */
  protected async change<I extends z.ZodObject, O extends object>(action: Changing<I, O>, input: unknown): Promise<O & Changed> {
    const { 'dry-run': dryRun = false, yes = false } = this.given
    const how = { dryRun, yes, ...(process.stdin.isTTY && { confirm }) }
    const answer = await perform(action, input, this.session(), how)
    this.sayClock()
    const { result, talk } = await sayChange(answer)
    if (result) this.log(result)
    this.tell(talk)
    return answer
  }
}
