import { kindOf } from '../../records/kinds.ts'
import type { LoggedCommit } from '../../workspace/past/read-log.ts'
import type { Place } from '../../workspace/place.ts'
import { blobId, bytesAt, textOf } from '../../workspace/sheet.ts'
import { filesBelow, inOrder } from '../../workspace/tree.ts'
import { compareRecords, type RecordChange } from './compare-records.ts'

/** Two looks at one workspace. */
type States = { before: Place; after: Place }

/** Compares a customer's folder at two times: what came, went, moved or says something else. `log` are the commits that lie between, newest first. */
export function compareStates(
  { before: then, after: now }: States,
  folder: string,
  log: readonly LoggedCommit[],
): RecordChange[] {
  const algorithm = (then.past?.commit.length ?? 40) > 40 ? 'sha256' : 'sha1'
  const origins = originsOf(log)
  const isPapers = (path: string) => path.startsWith(`${folder}/documents/context/`)
  const old = filesBelow(then, folder).filter((path) => !isPapers(path))
  const own = filesBelow(now, folder).filter((path) => !isPapers(path))
  const [wasThere, isThere] = [new Set(old), new Set(own)]
  const idNow = (path: string) => now.past?.blob(path) ?? idOf(bytesAt(now, path), algorithm)
  const idThen = (path: string) => then.past?.blob(path)

  const came = own.filter((path) => !wasThere.has(path))
  const gone = new Set(old.filter((path) => !isThere.has(path)))
  const alike = Map.groupBy(gone, (path) => `${kindOf(path)} ${idThen(path)}`)
  const sources = new Map<string, string>()
  for (const path of came) {
    const known = origins.get(path)
    const same = alike.get(`${kindOf(path)} ${idNow(path)}`)?.find((one) => gone.has(one) && idThen(one) !== undefined)
    const from = known !== undefined && idThen(known) !== undefined ? known : same
    if (from === undefined) continue
    sources.set(path, from)
    gone.delete(from)
  }
  const stayed = own.filter((path) => sources.has(path) || (wasThere.has(path) && idThen(path) !== idNow(path)))
  then.past?.prepare([...stayed.map((path) => sources.get(path) ?? path), ...gone])
  const textThen = (path: string) => textAt(then, path)
  const changes = [
    ...stayed.map((path) => {
      const from = sources.get(path)
      return compareRecords({
        path,
        ...(from !== undefined && { from }),
        before: textThen(from ?? path),
        after: textAt(now, path),
      })
    }),
    ...came.filter((path) => !sources.has(path)).map((path) => compareRecords({ path, before: null, after: textAt(now, path) })),
    ...[...gone].map((path) => compareRecords({ path, before: textThen(path), after: null })),
  ]
  return changes.sort((a, b) => rank(a) - rank(b) || inOrder(a.path, b.path))
}

/** Where each file of now was before the oldest of these commits. */
function originsOf(log: readonly LoggedCommit[]): Map<string, string> {
  const origins = new Map<string, string>()
  for (const { steps } of log.toReversed())
    for (const { path, from, was } of steps)
      if (from !== undefined) origins.set(path, origins.get(from) ?? from)
      else if (was === null) origins.delete(path)
  return origins
}

const ranks = ['customer', 'deal', 'contact', 'document', 'file', 'activity']
const rank = ({ kind }: RecordChange) => ranks.indexOf(kind) + ranks.length * Number(!ranks.includes(kind))

const idOf = (bytes: Buffer | null | undefined, algorithm: 'sha1' | 'sha256') => (bytes ? blobId(bytes, algorithm) : undefined)

/** The text of a file; undefined where it is none. */
function textAt(place: Place, path: string): string | undefined {
  const bytes = /\.(?:md|ya?ml)$/.test(path) ? bytesAt(place, path) : undefined
  return bytes ? (textOf(bytes) ?? undefined) : undefined
}
