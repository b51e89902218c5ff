import { type SimpleGit, simpleGit } from 'simple-git'
import { gitOf, type Place } from '../place.ts'

/** What a question about the tree and its history needs of the environment; simple-git refuses EDITOR, PAGER and their like. */
const needed = ['PATH', 'HOME', 'USERPROFILE', 'SystemRoot', 'TMPDIR', 'TEMP', 'XDG_CONFIG_HOME'].concat([
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
])

/**
 * simple-git, for questions whose answers it reads for us (status). Plumbing goes through run.ts: simple-git drops GIT_*
 * variables, cannot be given input, and waits 50 ms for each command that says nothing.
 */
export function porcelain(place: Place): SimpleGit {
  const env = Object.fromEntries(needed.flatMap((name) => (place.env[name] === undefined ? [] : [[name, place.env[name]]])))
  const git = simpleGit({
    baseDir: gitOf(place).top,
    allowEnvironment: [...needed, 'GIT_OPTIONAL_LOCKS', 'GIT_LITERAL_PATHSPECS'],
    unsafe: { allowUnsafeConfigPaths: true },
  })
  return git.env({ ...env, GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1' })
}
