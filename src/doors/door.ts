import { Command, Flags } from '@oclif/core'
import type * as z from 'zod'
import type { Asking } from '../actions/action.ts'
import { ask } from '../actions/ask.ts'
import { Failure } from '../failure.ts'
import type { Problem } from '../records/problem.ts'
import { openSession, type Session } from '../session/open.ts'
import { failureJson, sayFailure, slipOf } from './say/failure.ts'

/** What every command shares: a session, --json, --cwd, --quiet, and honesty about whose fault it is. */
export abstract class Door extends Command {
  static override enableJsonFlag = true
  static override baseFlags = {
    cwd: Flags.string({ summary: 'Work in the workspace of this folder.', helpGroup: 'GLOBAL' }),
    quiet: Flags.boolean({ summary: 'Say only the result.', helpGroup: 'GLOBAL', default: false }),
  }

  #session?: Session

  /** Whether the clock of the workspace one stands in is the clock that was used. */
  protected tellsClock = true

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
    if (this.tellsClock && session.clock() === 'workspace')
      this.tell(`The clock stands at ${session.now().toISOString().slice(0, 10)} (now: in workspace.yaml).`)
  }

  protected flag(name: string): string | undefined {
    const at = this.argv.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`))
    if (at < 0) return undefined
    return this.argv[at]!.includes('=') ? this.argv[at]!.slice(name.length + 3) : this.argv[at + 1]
  }

  protected override async catch(error: Error & { exitCode?: number; oclif?: { exit?: number } }): Promise<void> {
    if (error.oclif?.exit === 0 || !error.message) throw error
    const said =
      error instanceof Failure || !error.oclif ? error : slipOf(error, `dossier ${(this.id ?? '').replaceAll(':', ' ')} --help`)
    process.exitCode = said instanceof Failure ? said.exitCode : 70
    if (this.jsonEnabled()) this.logJson(failureJson(said))
    else this.logToStderr(sayFailure(said))
  }
}
