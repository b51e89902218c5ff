import { Failure } from '../../../failure.ts'
import type { Place } from '../../place.ts'

/** For what compares files with a commit. Throws a Failure (exit 2) where no git holds the workspace. */
export function needGit(place: Place): void {
  if (place.git) return
  throw new Failure(`${place.root} is not under git, so there is no commit to compare its files with.`, {
    hint: 'dossier check without --changed-since and --staged',
    exitCode: 2,
  })
}
