type How = { hint?: string; exitCode?: number; cause?: unknown; path?: string; line?: number }

/** Something the user can mend. Anything else that is thrown is our bug. */
export class Failure extends Error {
  // oclif prints `suggestions` and reads both exit codes: `oclif.exit` for people, `exitCode` under --json.
  readonly suggestions?: string[]
  readonly exitCode: number
  readonly oclif: { exit: number }
  readonly path?: string
  readonly line?: number

  constructor(message: string, { hint, exitCode = 1, cause, path, line }: How = {}) {
    super(message, { cause })
    if (hint) this.suggestions = [hint]
    this.exitCode = exitCode
    this.oclif = { exit: exitCode }
    if (path !== undefined) this.path = path
    if (line !== undefined) this.line = line
  }
}
