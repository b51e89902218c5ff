import { mergeRecords } from '../../records/text/merge-records.ts'
import type { Place } from '../place.ts'
import { blobId, bytesAt, textOf } from '../sheet.ts'
import type { Entry, FileChange } from '../write/journal.ts'
import { entriesAt, isFile, readBlobs, type TreeEntry } from './entries.ts'
import { gitPath } from './run.ts'

/** A file as the commit will hold it: HEAD's text plus our change, without the user's uncommitted lines. */
export type Wanted = { path: string; mode: string; text: string | null }

/**
 * Decides what each file of an entry is in the commit. The user's uncommitted lines stay out; where ours overlap them, it says so.
 * Of an entry that `waited`, what the user committed or took back meanwhile is left as it is.
 */
export async function wantedTexts(
  place: Place,
  entry: Entry,
  head: string | null,
  waited: boolean,
): Promise<{ wanted: Wanted[] } | { reason: string }> {
  const changes = entry.changes.filter(({ kept }) => !kept)
  const textAt = await headTexts(place, changes, head)
  const sources = new Map(changes.map((change) => [change.path, change]))
  const wanted: Wanted[] = []
  for (const change of changes) {
    const there = textAt(change)
    if (there?.text === change.after || (!there && change.after === null)) continue
    if (waited && isAsCommitted(place, change.path, there)) continue
    const source = (change.from !== undefined && sources.get(change.from)) || change
    const origin = textAt(source)
    if (origin && !isFile(origin)) return { reason: newFile(change.path) }
    if (there && there.text === undefined) return { reason: notText(change.path) }
    if (origin && origin.text === undefined) return { reason: notText(source.path) }
    const text =
      there && change.before === null ? undefined : rebase(change.path, source.before, change.after, origin?.text ?? null)
    if (text === undefined) return { reason: origin ? sameLines(change.path) : newFile(change.path) }
    const mode = origin?.mode ?? ((change.mode ?? 0) & 0o111 ? '100755' : '100644')
    if (text !== (there?.text ?? null)) wanted.push({ path: gitPath(place, change.path), mode, text })
  }
  return { wanted }
}

/** The changes of an entry that HEAD's texts do not hold: somebody took them back, or wrote something else in their place. */
export async function missingChanges(place: Place, entry: Entry, head: string | null): Promise<FileChange[]> {
  const changes = entry.changes.filter(({ kept, after }) => !kept && after !== null)
  const textAt = await headTexts(place, changes, head)
  const sources = new Map(entry.changes.map((change) => [change.path, change]))
  return changes.filter((change) => {
    const there = textAt(change)?.text ?? null
    if (there === change.after) return false
    const source = (change.from !== undefined && sources.get(change.from)) || change
    return there === null || rebase(change.path, source.before, change.after, there) !== there
  })
}

const notText = (path: string) => `${path} is not UTF-8 text in the last commit; dossier save commits it as it is now`
const newFile = (path: string) => `${path} is not in git yet; dossier save commits it`
const sameLines = (path: string) => `${path} has changes of yours on the same lines, not committed yet; dossier save commits them`

/** Our change put on HEAD's text; undefined where both changed the same lines, or git has no text to put it on. */
function rebase(path: string, before: string | null, after: string | null, theirs: string | null): string | null | undefined {
  if (theirs === before || after === null) return after
  if (theirs === null) return before === '' ? after : undefined
  if (before === null) return undefined
  const merged = mergeRecords(path, { base: before, ours: after, theirs })
  return merged.clean ? merged.text : undefined
}

/** What HEAD holds of a file; its text is undefined where it is not text. */
type Committed = TreeEntry & { text: string | undefined }

/** Looks up what HEAD holds of changed files; only texts that differ from those we read are asked of git. */
async function headTexts(place: Place, changes: FileChange[], head: string | null) {
  const pathOf = ({ path }: FileChange) => gitPath(place, path)
  const at = await entriesAt(place, head, changes.map(pathOf))
  const algorithm = head?.length === 64 ? 'sha256' : 'sha1'
  const isRead = ({ sha }: TreeEntry, text: string | null) => text !== null && blobId(text, algorithm) === sha
  const known = (change: FileChange, entry: TreeEntry) =>
    [change.before, change.after].find((text) => isRead(entry, text)) ?? undefined
  const asked = changes.flatMap((change) => {
    const entry = at.get(pathOf(change))
    return entry && isFile(entry) && known(change, entry) === undefined ? [entry.sha] : []
  })
  const texts = await readBlobs(place, asked)
  return (change: FileChange): Committed | undefined => {
    const entry = at.get(pathOf(change))
    return entry && { ...entry, text: known(change, entry) ?? texts.get(entry.sha) }
  }
}

/** Whether a file stands in the tree just as HEAD holds it. */
function isAsCommitted(place: Place, path: string, there: Committed | undefined): boolean {
  const bytes = bytesAt(place, path)
  if (!bytes || !there) return bytes === null && !there
  if (there.text !== undefined) return textOf(bytes) === there.text
  return isFile(there) && blobId(bytes, there.sha.length === 64 ? 'sha256' : 'sha1') === there.sha
}
