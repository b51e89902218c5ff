import type { Place } from '../place.ts'
import { git } from './run.ts'

/** Runs one of the user's hooks as git would. Answers with why it refused; undefined when it let pass, or there is none. */
export async function runHook(
  place: Place,
  name: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<string | undefined> {
  const ran = await git(place, ['hook', 'run', '--ignore-missing', name, ...(args.length > 0 ? ['--', ...args] : [])], { env })
  if (ran.code === 0) return undefined
  if (/'hook' is not a git command/.test(ran.err)) return 'this git is too old; dossier needs git 2.38 or newer'
  return `the ${name} hook refused: ${tailOf(ran.err || ran.out)}`
}

/** The last words of a program, on one line. */
export const tailOf = (said: string) => said.trim().split('\n').slice(-2).join(' ').slice(0, 300) || 'it gave no reason'
