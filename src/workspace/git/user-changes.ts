import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../place.ts'
import { textOf } from '../sheet.ts'
import { entriesAt, readBlobs } from './entries.ts'
import { porcelain } from './porcelain.ts'
import { git, gitPath, recordPath } from './run.ts'

/** A file that differs from the last commit: its text there and now; null where there is none, undefined where it is not text. */
export type UserChange = { path: string; before: string | null | undefined; after: string | null | undefined }

/** What the user changed in the workspace since the last commit, new and deleted files included; ignored files are not. */
export async function readUserChanges(place: Place, within: string[] = []): Promise<UserChange[]> {
  const where = within.map((path) => gitPath(place, path))
  const status = await porcelain(place).status([
    '--untracked-files=all',
    '--no-renames',
    ...(where.length > 0 ? ['--', ...where] : []),
  ])
  const paths = status.files.flatMap(({ path }) => recordPath(place, path) ?? []).sort()
  const head = (await git(place, ['rev-parse', '-q', '--verify', 'HEAD'])).out.trim() || null
  const entries = await entriesAt(
    place,
    head,
    paths.map((path) => gitPath(place, path)),
  )
  const texts = await readBlobs(
    place,
    [...entries.values()].map(({ sha }) => sha),
  )
  return paths.map((path) => {
    const entry = entries.get(gitPath(place, path))
    const file = join(place.root, path)
    return {
      path,
      before: entry ? texts.get(entry.sha) : null,
      after: existsSync(file) ? (textOf(readFileSync(file)) ?? undefined) : null,
    }
  })
}
