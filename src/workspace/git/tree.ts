import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mergeLines } from '../../records/merge-lines.ts'
import { keepFolder, type Place } from '../place.ts'
import { blobId } from '../sheet.ts'
import { type At, type Entry, entryFolder, type FileChange } from '../write/journal.ts'
import { entriesAt, indexLine, readBlobs, type TreeEntry } from './entries.ts'
import { git, gitPath, mustGit } from './run.ts'

/** A file as the commit will hold it: HEAD's text plus our change, without the user's uncommitted lines. */
type Wanted = { path: string; mode: string; text: string | null }

/** Decides what each file of an entry is in the commit. The user's uncommitted lines stay out; where ours overlap them, it says so. */
async function wantedTexts(place: Place, entry: Entry, head: string | null): Promise<{ wanted: Wanted[] } | { reason: string }> {
  const changes = entry.changes.filter(({ kept }) => !kept)
  const pathOf = ({ path }: FileChange) => gitPath(place, path)
  const at = await entriesAt(place, head, changes.map(pathOf))
  const algorithm = head?.length === 64 ? 'sha256' : 'sha1'
  const unlike = (change: FileChange) => {
    const there = at.get(pathOf(change))
    return there && (change.before === null || there.sha !== blobId(change.before, algorithm)) ? there.sha : undefined
  }
  const texts = await readBlobs(place, changes.flatMap((change) => unlike(change) ?? []))
  const wanted: Wanted[] = []
  for (const change of changes) {
    const path = pathOf(change)
    const there = at.get(path)
    const theirs = there === undefined ? null : (texts.get(unlike(change) ?? '') ?? change.before)
    const text = rebase(change, theirs)
    if (text === undefined) return { reason: theirs === null ? newFile(change.path) : sameLines(change.path) }
    if (text === theirs) continue
    const executable = there?.mode ?? ((change.mode ?? 0) & 0o111 ? '100755' : '100644')
    wanted.push({ path, mode: executable, text })
  }
  return { wanted }
}

const newFile = (path: string) => `${path} is not in git yet; dossier save commits it`
const sameLines = (path: string) => `${path} has changes of yours on the same lines, not committed yet; dossier save commits them`

/** Our change put on another text; undefined where both changed the same lines. */
function rebase({ before, after }: FileChange, theirs: string | null): string | null | undefined {
  if (theirs === before || theirs === after) return after
  if (after === null) return null
  if (theirs === null) return before === null || onlyOurs(before, after) ? after : undefined
  if (before === null) return undefined
  const merged = mergeLines({ base: before, ours: after, theirs })
  return merged.clean ? merged.text : undefined
}

/** A file the user never committed cannot be committed in part. */
const onlyOurs = (before: string, after: string) => before === '' || after === before

/** Builds the tree of an entry's commit through an index of its own, so that nothing the user staged or edited comes in. */
export async function buildTree(
  place: Place,
  entry: Entry,
  head: string | null,
  at: At,
): Promise<{ tree: string; env: Record<string, string> } | { nothing: true } | { reason: string }> {
  const decided = await wantedTexts(place, entry, head)
  if ('reason' in decided) return decided
  const kept = entry.changes.filter((change) => change.kept).map(({ path }) => gitPath(place, path))
  if (decided.wanted.length === 0 && kept.length === 0) return { nothing: true }

  const index = join(entryFolder(place, entry.id), 'index')
  rmSync(index, { force: true })
  const env = { GIT_INDEX_FILE: index }
  await mustGit(place, head ? ['read-tree', head] : ['read-tree', '--empty'], { env })
  const blobs = await hashTexts(place, entry.id, decided.wanted)
  at('hashed')
  const lines = decided.wanted.map(({ path, mode }) => {
    const sha = blobs.get(path)
    return indexLine(path, sha ? { mode, sha } : undefined)
  })
  if (lines.length > 0) await mustGit(place, ['update-index', '-z', '--index-info'], { env, input: lines.join('') })
  if (kept.length > 0) await mustGit(place, ['update-index', '-z', '--add', '--remove', '--stdin'], { env, input: `${kept.join('\0')}\0` })

  const refused = await git(place, ['hook', 'run', '--ignore-missing', 'pre-commit'], { env })
  if (refused.code !== 0) return { reason: `the pre-commit hook refused: ${tailOf(refused.err || refused.out)}` }
  const tree = (await mustGit(place, ['write-tree'], { env })).trim()
  at('treed')
  const same = head && (await mustGit(place, ['rev-parse', `${head}^{tree}`])).trim() === tree
  return same ? { nothing: true } : { tree, env }
}

/** The last words of a hook, on one line. */
export const tailOf = (said: string) => said.trim().split('\n').slice(-2).join(' ').slice(0, 300) || 'it gave no reason'

async function hashTexts(place: Place, id: string, wanted: Wanted[]): Promise<Map<string, string>> {
  const some = wanted.filter(({ text }) => text !== null)
  if (some.length === 0) return new Map()
  const folder = keepFolder(place, 'journal', id, 'texts')
  mkdirSync(folder, { recursive: true })
  const files = some.map(({ text }, n) => {
    const file = join(folder, String(n))
    writeFileSync(file, text!)
    return file
  })
  const out = await mustGit(place, ['hash-object', '-w', '--no-filters', '--stdin-paths'], { input: `${files.join('\n')}\n` })
  return new Map(out.trim().split('\n').map((sha, n) => [some[n]!.path, sha]))
}

/** What a tree holds at an entry's paths. */
export const entriesOfTree = (place: Place, tree: string | null, entry: Entry): Promise<Map<string, TreeEntry>> =>
  entriesAt(place, tree, entry.changes.map(({ path }) => gitPath(place, path)))
