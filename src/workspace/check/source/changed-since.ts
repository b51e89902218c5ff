import { Failure } from '../../../failure.ts'
import { git, mustGit, recordPath } from '../../git/run.ts'
import type { Place } from '../../place.ts'
import { needGit } from './need-git.ts'

/** Files that differ from a commit: changed since, not committed yet, or new. Throws a Failure when git knows no such commit. */
export async function changedSince(place: Place, ref: string): Promise<string[]> {
  needGit(place)
  const { out } = await git(place, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
  const commit = out.trim()
  if (!commit)
    throw new Failure(`There is no commit "${ref}" in this clone.`, {
      hint: 'a branch, a tag or a commit, such as origin/main; a build may have to fetch it first (git fetch origin main)',
      exitCode: 2,
    })
  const now = place.past ? [place.past.commit] : []
  const changed = await mustGit(place, ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', commit, ...now, '--'])
  const fresh = place.past ? '' : await mustGit(place, ['ls-files', '--others', '--exclude-standard', '-z'])
  const paths = `${changed}${fresh}`.split('\0').flatMap((path) => (path ? (recordPath(place, path) ?? []) : []))
  return [...new Set(paths)]
}
