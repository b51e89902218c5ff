import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gitOf, type Place } from '../place.ts'

const rebasing =
  'a rebase is under way; finish it with git stash, git rebase --continue and git stash pop (--abort drops what is not committed)'

const underWay: [file: string, said: string][] = [
  ['MERGE_HEAD', 'a merge is under way; finish it with git commit, or git merge --abort'],
  ['rebase-merge', rebasing],
  ['rebase-apply', rebasing],
  ['CHERRY_PICK_HEAD', 'a cherry-pick is under way; finish it with git cherry-pick --continue, or --abort'],
  ['REVERT_HEAD', 'a revert is under way; finish it with git revert --continue, or --abort'],
  ['sequencer', 'a cherry-pick or revert of several commits is under way; finish it with --continue, or --abort'],
  ['BISECT_LOG', 'a bisect is under way; end it with git bisect reset'],
]

/** Why no commit may be made now, in the words a user can act on; undefined when nothing is in the way. */
export function findObstacle(place: Place): string | undefined {
  const { dir } = gitOf(place)
  return underWay.find(([file]) => existsSync(join(dir, file)))?.[1]
}
