import { git } from '../../workspace/git/run.ts'
import type { Place } from '../../workspace/place.ts'

/** One thing that was looked at: whether it is well, what it is, and what would mend it. */
export type Finding = { about: string; well: boolean; said: string; mend?: string }

/** The oldest git whose merges and hooks we use (design.md 5). */
const oldestGit = [2, 38]

/** Looks at git: whether it keeps this workspace, and is new enough. */
export async function judgeGit(place: Place): Promise<Finding[]> {
  if (!place.git)
    return [{ about: 'git', well: false, said: 'this workspace is not under git, so nothing can be written', mend: 'git init' }]
  const version = /(\d+)\.(\d+)[\d.]*/.exec((await git(place, ['--version'])).out)
  const isNew = version !== null && Number(version[1]) * 1000 + Number(version[2]) >= oldestGit[0]! * 1000 + oldestGit[1]!
  return [
    {
      about: 'git',
      well: isNew,
      said: version?.[0] ?? 'a version that cannot be read',
      ...(!isNew && { mend: `install git ${oldestGit.join('.')} or newer` }),
    },
  ]
}
