import { styleText } from 'node:util'
import { Failure } from '../../failure.ts'

const types: Record<number, string> = { 1: 'failed', 2: 'wrong-input', 3: 'not-found', 4: 'refused', 5: 'service' }

/** A slip on the command line, which oclif found, as a Failure of our own. */
export const slipOf = (error: Error, hint: string) =>
  new Failure(sayMissing(error.message) ?? error.message.split('\nSee more help')[0]!.trim(), { hint, exitCode: 2 })

/** Arguments that are missing, of which oclif makes a list with a note; undefined for any other slip. */
function sayMissing(message: string): string | undefined {
  const [, list] = /^Missing \d+ required args?:\n(.*?)(?:\n\nNote: |\nSee more help|$)/s.exec(message) ?? []
  const one = list?.replace(/\n\s+/g, ' ').split('\n').filter(Boolean)
  return one
    ?.map((line) => line.replace(/^(\S+)\s+(?:\(\S+\)\s+)?/, (_, name: string) => `${name.toUpperCase()} is missing: `))
    .join(' ')
}

/** What a person is told about an error: what, and what to do; or that the fault is ours. */
export function sayFailure(error: Error): string {
  if (isOurs(error))
    return `This is a fault of ours; please report it with these lines (CONTRIBUTING.md says where).\n${error.stack ?? error}`
  const { suggestions = [] } = error as Failure
  return [
    `${styleText('red', 'Error:', { stream: process.stderr })} ${error.message.split('\nSee more help')[0]}`,
    ...suggestions.map((hint) => `Try this: ${hint}`),
  ].join('\n')
}

/** The same for programs: `{ error: { type, message, hint, path, line } }`. */
export function failureJson(error: Error) {
  const { suggestions, exitCode = 2, path, line } = error as Partial<Failure>
  const type = isOurs(error) ? 'fault' : (types[exitCode] ?? 'failed')
  return {
    error: {
      type,
      message: error.message,
      ...(suggestions && { hint: suggestions[0] }),
      ...(path && { path }),
      ...(line && { line }),
    },
  }
}

const isOurs = (error: Error) => !(error instanceof Failure)
