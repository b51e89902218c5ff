import { Failure } from '../../failure.ts'
import { type GitConfig, readConfig } from '../git/identity.ts'
import { type Answer, git } from '../git/run.ts'
import type { Place } from '../place.ts'

/** A folder seen as if it were the top of a repository, for the few questions git answers without one. */
const asTop = (folder: string, env: Place['env']): Place => ({
  root: folder,
  env,
  git: { top: folder, dir: folder, common: folder, prefix: '' },
})

/** Runs git in a folder that is under no git yet. Throws a Failure when there is no git on this machine. */
export async function gitOutside(folder: string, env: Place['env'], args: string[]): Promise<Answer> {
  try {
    return await git(asTop(folder, env), args)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    throw new Failure('There is no git on this machine, and a workspace is kept by git; nothing was written.', {
      hint: 'install it (https://git-scm.com/downloads), then run the command again',
      exitCode: 2,
      cause,
    })
  }
}

/** What git's settings say outside of every repository. */
export const configOutside = (folder: string, env: Place['env']): Promise<GitConfig> => readConfig(asTop(folder, env))
