import type { Place } from '../place.ts'
import { bytesAt, textOf } from '../sheet.ts'
import { entriesAt, isFile, readBlobs } from './entries.ts'
import { porcelain } from './porcelain.ts'
import { gitPath, headOf, recordPath } from './run.ts'

/** A file that differs from the last commit: its text there and now; null where there is none, undefined where it is not text. */
export type UserChange = { path: string; before: string | null | undefined; after: string | null | undefined }

/**
 * What the user changed in the workspace since the last commit, new and deleted files included; ignored files are not. A link
 * has no text, nor has a git repository within the workspace; a new one's path ends with `/`.
 */
export async function readUserChanges(place: Place, within: string[] = []): Promise<UserChange[]> {
  const where = within.map((path) => gitPath(place, path))
  const status = await porcelain(place).status([
    '--untracked-files=all',
    '--no-renames',
    ...(where.length > 0 ? ['--', ...where] : []),
  ])
  const paths = status.files.flatMap(({ path }) => recordPath(place, path) ?? []).sort()
  const head = await headOf(place)
  const entries = await entriesAt(
    place,
    head,
    paths.map((path) => gitPath(place, path)),
  )
  const texts = await readBlobs(
    place,
    [...entries.values()].filter(isFile).map(({ sha }) => sha),
  )
  return paths.map((path) => {
    const entry = entries.get(gitPath(place, path))
    const bytes = bytesAt(place, path)
    return {
      path,
      before: !entry ? null : isFile(entry) ? texts.get(entry.sha) : undefined,
      after: bytes ? (textOf(bytes) ?? undefined) : bytes,
    }
  })
}
