import { Failure } from '../../../failure.ts'
import { git, headOf, mustGit, recordPath } from '../../git/run.ts'
import { openPast } from '../../past/open-past.ts'
import type { Place } from '../../place.ts'
import { needGit } from './need-git.ts'

/** The workspace as the next commit will hold it, and the files that commit changes. */
export type Staged = { place: Place; changed: string[] }

/** Opens what is staged: by the index a hook is told of, else by the user's own. Throws a Failure while it holds both sides of a merge. */
export async function openStaged(place: Place, now: Date): Promise<Staged> {
  needGit(place)
  const { GIT_INDEX_FILE: index } = place.env
  const env: Record<string, string> = index ? { GIT_INDEX_FILE: index } : {}
  const { out, code } = await git(place, ['write-tree'], { env })
  if (code !== 0)
    throw new Failure('What is staged is no commit yet: a file in it holds both sides of a merge, or cannot be read.', {
      hint: 'git status names it; mend it, then git add it',
      exitCode: 2,
    })
  const tree = out.trim()
  const head = await headOf(place)
  const names = head
    ? await mustGit(place, ['diff-tree', '-r', '-z', '--name-only', '--no-renames', head, tree])
    : await mustGit(place, ['ls-tree', '-r', '-z', '--name-only', tree])
  const changed = names.split('\0').flatMap((path) => (path ? (recordPath(place, path) ?? []) : []))
  return { place: { ...place, past: { ...openPast(place, { commit: tree, at: now }), commit: head ?? tree } }, changed }
}
