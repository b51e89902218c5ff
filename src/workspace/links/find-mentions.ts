import { git, gitPath, recordPath } from '../git/run.ts'
import { grepFiles } from '../past/grep-files.ts'
import type { Place } from '../place.ts'

/** What is written for people and rules, and what the program reads again; reports and daily plans are history and stay. */
const inputs =
  /^(?:customers\/(?![^/]+\/documents\/context\/)|personal\/(?!(?:[^/]+\/)?(?:daily-plans|inbox)\/)|sales-toolkit\/|workspace-setup\/(?!schemas\/)|reporting\/pulse\/)/

const readable = /\.(?:md|markdown|ya?ml)$/i

/** Files that may name any of these words, by git's search (parallel; new files included, ignored ones not), so that no other is read. */
export async function findMentions(place: Place, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return []
  const patterns = words.flatMap((word) => ['-e', word])
  const hits = await grepFiles(place, ['-I', '-w', '-F', ...patterns], [])
  return hits.filter((path) => inputs.test(path) && readable.test(path)).sort()
}

/** Files below a folder that git keeps; what it ignores cannot be brought back by undo, and so is never moved. */
export async function keptFiles(place: Place, folder: string): Promise<string[]> {
  const { out } = await git(place, ['ls-files', '-z', '--', gitPath(place, folder)])
  const paths = out.split('\0').filter(Boolean)
  return [...new Set(paths)].flatMap((path) => recordPath(place, path) ?? []).sort()
}
