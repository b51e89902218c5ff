import { readCommitted } from '../../../workspace/past/read-committed.ts'
import { type Entry, type Past, type Place, presentOf } from '../../../workspace/place.ts'
import { bytesAt } from '../../../workspace/sheet.ts'
import type { Inputs } from './open-inputs.ts'

/** What a manifest says, what its commit holds, and what stands now. */
type Sides = { noted: Inputs; committed: Inputs; now: Inputs }

/** The files as a pack was made from them; `unsure` are those of which only another version is known. */
export type Then = { past: Past; unsure: string[] }

/**
 * The tree a saved pack was made from: its commit, with what was not committed then. Of a manifest, which anybody may have written, only
 * what it says of the customer's own files counts, and no text of it is opened that did not stand at that very path.
 */
export function openThen(place: Place, base: Past, { noted, committed, now }: Sides): Then {
  const here = presentOf(place)
  const differing = new Map([...noted].filter(([path, id]) => committed.get(path) !== id))
  const standing = new Set([...differing].flatMap(([path, id]) => (now.get(path) === id ? [path] : [])))
  const lost = new Map([...differing].filter(([path]) => !standing.has(path)))
  const kept = readCommitted(here, base.commit, lost)
  const unsure = [...differing.keys()].filter((path) => !standing.has(path) && !kept.has(path))
  const gone = new Set([...committed.keys()].filter((path) => !noted.has(path)))
  const isAdded = (path: string) => standing.has(path) || kept.has(path)
  const added = [...standing, ...kept.keys()]
  if (added.length === 0 && gone.size === 0) return { past: base, unsure }

  const folders = new Set(added.flatMap(foldersOf))
  const file: Past['file'] = (path) => {
    if (isAdded(path)) return { id: noted.get(path)!, mode: 0o644, path }
    return gone.has(path) ? 'ENOENT' : base.file(path)
  }
  const past: Past = {
    ...base,
    names(folder) {
      const own = base.names(folder)?.filter(({ name }) => !gone.has(`${folder}/${name}`))
      const known = new Set(own?.map(({ name }) => name))
      const fresh = [...added, ...folders]
        .filter((path) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/'))
        .map((path) => toEntry(path.slice(folder.length + 1), folders.has(path)))
        .filter(({ name }) => !known.has(name))
      return own || fresh.length > 0 ? [...(own ?? []), ...fresh] : undefined
    },
    has: (path) => isAdded(path) || folders.has(path) || (!gone.has(path) && base.has(path)),
    file,
    blob: (path) => {
      const found = file(path)
      return typeof found === 'string' ? undefined : found.id
    },
    bytes(path) {
      if (standing.has(path)) return bytesAt(here, path) ?? undefined
      return kept.get(path) ?? (gone.has(path) ? undefined : base.bytes(path))
    },
    prepare: (paths) => base.prepare(paths.filter((path) => !isAdded(path) && !gone.has(path))),
    real: (path) => (isAdded(path) || folders.has(path) ? path : gone.has(path) ? undefined : base.real(path)),
  }
  return { past, unsure }
}

const toEntry = (name: string, isFolder: boolean): Entry => ({
  name,
  isFile: () => !isFolder,
  isDirectory: () => isFolder,
  isSymbolicLink: () => false,
})

/** The folders a file lies in. */
const foldersOf = (path: string) =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, n, parts) => parts.slice(0, n + 1).join('/'))
