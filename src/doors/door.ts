import { Command, Flags } from '@oclif/core'
import type { z } from 'zod'
import type { Asking, Changing } from '../actions/action.ts'
import { ask, type Changed, perform } from '../actions/perform.ts'
import { Failure } from '../failure.ts'
import type { Problem } from '../records/problem.ts'
import { openSession, type Session } from '../session/open.ts'
import { confirm } from './confirm.ts'
import { sayChange } from './say/change.ts'
import { failureJson, sayFailure } from './say/failure.ts'

/** What every command shares: a session, --json, --cwd, --quiet, and honesty about whose fault it is. */
export abstract class Door extends Command {
  static override enableJsonFlag = true
  static override baseFlags = {
    cwd: Flags.string({ summary: 'Work in the workspace of this folder.', helpGroup: 'GLOBAL' }),
    quiet: Flags.boolean({ summary: 'Say only the result.', helpGroup: 'GLOBAL', default: false }),
  }

  #session?: Session

  protected session(): Session {
    const cwd = this.flag('cwd')
    this.#session ??= openSession(cwd ? { cwd } : {})
    return this.#session
  }

  /** Asks an action that changes nothing in the tree. */
  protected async ask<I extends z.ZodObject, O>(action: Asking<I, O>, input: unknown): Promise<O> {
    const answer = await ask(action, input, this.session())
    this.sayClock()
    return answer
  }

  /** Talk, as opposed to the result: stderr, and silent with --quiet or --json. */
  protected tell(text: string): void {
    if (text && !this.argv.includes('--quiet')) this.logToStderr(text)
  }

  /** Files that could not be used, or not wholly: told, never in the way. */
  protected warnOf(problems: readonly Problem[]): void {
    for (const { path, line, message } of problems.slice(0, 10)) this.tell(`Warning: ${path}:${line}: ${message}`)
    if (problems.length > 10) this.tell(`Warning: and ${problems.length - 10} more; dossier check lists all.`)
  }

  protected sayClock(): void {
    const session = this.session()
    if (session.clock() === 'workspace') this.tell(`The clock stands at ${session.now().toISOString().slice(0, 10)} (now: in workspace.yaml).`)
  }

  protected flag(name: string): string | undefined {
    const at = this.argv.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`))
    if (at < 0) return undefined
    return this.argv[at]!.includes('=') ? this.argv[at]!.slice(name.length + 3) : this.argv[at + 1]
  }

  protected override async catch(error: Error & { exitCode?: number; oclif?: { exit?: number } }): Promise<void> {
    if (error.oclif?.exit === 0 || !error.message) throw error
    process.exitCode = error instanceof Failure ? error.exitCode : (error.oclif?.exit ?? 70)
    if (this.jsonEnabled()) this.logJson(failureJson(error))
    else this.logToStderr(sayFailure(error))
  }
}

/** What every command that changes the tree shares as well. */
export abstract class ChangingDoor extends Door {
  static override baseFlags = {
    ...Door.baseFlags,
    'dry-run': Flags.boolean({ summary: 'Show what would change, and change nothing.', helpGroup: 'GLOBAL', default: false }),
    yes: Flags.boolean({ summary: 'Say yes to every question.', char: 'y', helpGroup: 'GLOBAL', default: false }),
  }

  /** Performs an action; says what it changed, where, and whether it is committed. */
  protected async change<I extends z.ZodObject, O extends object>(action: Changing<I, O>, input: unknown): Promise<O & Changed> {
    const asked = (flag: string, short?: string) => this.argv.includes(flag) || (short !== undefined && this.argv.includes(short))
    const how = { dryRun: asked('--dry-run'), yes: asked('--yes', '-y'), ...(process.stdin.isTTY && { confirm }) }
    const answer = await perform(action, input, this.session(), how)
    this.sayClock()
    const { result, talk } = await sayChange(answer)
    if (result) this.log(result)
    this.tell(talk)
    return answer
  }
}
