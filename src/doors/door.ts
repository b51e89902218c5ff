import { Command, Flags, type Interfaces } from '@oclif/core'
import type * as z from 'zod'
import type { Asking } from '../actions/action.ts'
import { ask } from '../actions/ask.ts'
import { Failure } from '../failure.ts'
import type { Problem } from '../records/problem.ts'
import type { LookBack } from '../session/look-back.ts'
import { openSession, type Session } from '../session/open.ts'
import { sayNewerFormat } from '../workspace/start/format.ts'
import { failureJson, sayFailure, slipOf } from './say/failure.ts'
import { sayAsOf } from './say-as-of.ts'
import { plain } from './terminal/plain.ts'

type Words = Record<string, unknown>

/** The flags of every command, whatever it does. */
export const everyFlag = {
  cwd: Flags.string({ summary: 'Work in the workspace of this folder.', helpGroup: 'GLOBAL' }),
  quiet: Flags.boolean({ summary: 'Say only the result.', helpGroup: 'GLOBAL', default: false }),
}

/** The same for those that read: their answer may be one of the past. */
export const readingFlags = {
  ...everyFlag,
  'as-of': Flags.string({
    summary: 'Answer as of a day, an instant or a commit (2026-10-01, "last monday", a1b2c3d).',
    helpGroup: 'GLOBAL',
    helpValue: 'WHEN',
  }),
}

/** What every command shares: a session, --json, --cwd, --quiet, and honesty about whose fault it is. */
export abstract class Door extends Command {
  static override enableJsonFlag = true
  /** A command that reads nothing of the tree, or changes it, has `everyFlag` here. */
  static override baseFlags: Interfaces.FlagInput = readingFlags

  #session?: Session
  #asOf?: LookBack

  /** Whether the clock of the workspace one stands in is the clock that was used. */
  protected tellsClock = true

  protected session(): Session {
    const { cwd } = this.given
    this.#session ??= openSession({ ...(cwd && { cwd }), ...(this.#asOf && { asOf: this.#asOf }) })
    return this.#session
  }

  /** Asks an action that answers, or that makes no plan of its own (init, edit, commit, me). */
  protected async ask<I extends z.ZodObject, O>(action: Asking<I, O>, input: unknown): Promise<O> {
    const answer = await ask(action, input, this.session())
    this.sayClock()
    return answer
  }

  /** Talk, as opposed to the result: stderr, and silent with --quiet or --json. */
  protected tell(text: string): void {
    if (text && !this.given.quiet) this.logToStderr(text)
  }

  /** Files that could not be used, or not wholly: told, never in the way. */
  protected warnOf(problems: readonly Problem[]): void {
    const told = problems.slice(0, 10).map(({ path, line, message }) => `Warning: ${path}:${line}: ${message}`)
    if (problems.length > 10) told.push(`Warning: and ${problems.length - 10} more; dossier check lists all.`)
    if (told.length > 0 && !this.given.quiet) process.stderr.write(`${plain(told.join('\n'))}\n`)
  }

  protected sayClock(): void {
    const session = this.session()
    if (this.tellsClock) this.tell(sayNewerFormat(session.place()))
    if (session.asOf()) this.tell(sayAsOf(session.asOf()!))
    else if (this.tellsClock && session.clock() === 'workspace')
      this.tell(`The clock stands at ${session.now().toISOString().slice(0, 10)} (now: in workspace.yaml).`)
  }

  /** The flags every command shares, as they were given. */
  protected given: {
    cwd?: string | undefined
    'as-of'?: string | undefined
    quiet?: boolean
    'dry-run'?: boolean
    yes?: boolean
  } = {}

  protected override async parse<F extends Words, B extends Words, A extends Words>(
    options?: Interfaces.Input<F, B, A>,
    argv?: string[],
  ): Promise<Interfaces.ParserOutput<F, B, A>> {
    const parsed = await super.parse(options, argv)
    this.given = parsed.flags as typeof this.given
    const asOf = this.given['as-of']
    if (asOf !== undefined) this.#asOf = (await import('../session/look-back.ts')).lookBack(asOf)
    return parsed
  }

  /** What files hold comes from many hands: nothing in it may steer the terminal. Our own colours pass. */
  override log(message = ''): void {
    super.log(plain(message))
  }

  override logToStderr(message = ''): void {
    super.logToStderr(plain(message))
  }

  protected override async catch(error: Error & { exitCode?: number; oclif?: { exit?: number } }): Promise<void> {
    if (error.oclif?.exit === 0 || !error.message) throw error
    const said =
      error instanceof Failure || !error.oclif ? error : slipOf(error, `dossier ${(this.id ?? '').replaceAll(':', ' ')} --help`)
    process.exitCode = said instanceof Failure ? said.exitCode : 70
    if (this.jsonEnabled()) this.logJson(failureJson(said))
    if (!this.jsonEnabled() || !(said instanceof Failure)) process.stderr.write(`${plain(sayFailure(said))}\n`)
  }
}
