import { git, recordPath } from '../git/run.ts'
import type { Place } from '../place.ts'

/** Tells which files git ignores: what is changed in them can never be committed, nor a commit with them be made. */
export async function openIgnored(place: Place): Promise<(path: string) => boolean> {
  if (!place.git) return () => false
  const { out } = await git(place, ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'])
  const paths = out.split('\0').flatMap((path) => (path ? (recordPath(place, path) ?? []) : []))
  const files = new Set(paths.filter((path) => !path.endsWith('/')))
  const folders = paths.filter((path) => path.endsWith('/'))
  return (path) => files.has(path) || folders.some((folder) => path.startsWith(folder))
}
