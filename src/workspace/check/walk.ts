import { readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Problem } from '../../records/problem.ts'
import { type Entry, isInside, type Past, type Place } from '../place.ts'
import { inOrder, isThere } from '../tree.ts'
import { whole } from './found.ts'

/** The names under some folders, in a fixed order, and what hinders the look. */
export type Walk = { files: string[]; folders: string[]; problems: Problem[] }

/** Folders whose files are nobody's records: what is generated, and mail that waits to be filed. */
const closed = /^(?:customers\/[^/]+\/documents\/context|personal\/(?:[^/]+\/)?inbox)$/

/** Walks these folders of the workspace. Only names are read; a folder that cannot be read is a problem and hides no other. */
export function walk(place: Place, roots: readonly string[]): Walk {
  const found: Walk = { files: [], folders: [], problems: [] }
  for (const root of roots) if (isThere(place, root)) enter(place, root, [], found)
  return found
}

/** `links` are the real folders of the links that led here. */
function enter(place: Place, folder: string, links: readonly string[], found: Walk): void {
  const entries = entriesOf(place, folder, found)
  if (!entries) return
  found.folders.push(folder)
  found.problems.push(
    ...findClashes(
      folder,
      entries.map(({ name }) => name),
    ),
  )
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`
    const { kind, code } = kindOf(place, path, entry)
    if (code) found.problems.push(hindered(path, code))
    if (kind === 'file') found.files.push(path)
    if (kind !== 'folder' || closed.test(path)) continue
    if (entry.isSymbolicLink()) follow(place, path, links, found)
    else enter(place, path, links, found)
  }
}

function entriesOf(place: Place, folder: string, found: Walk): Entry[] | undefined {
  try {
    const entries = place.past ? (place.past.names(folder) ?? []) : readdirSync(join(place.root, folder), { withFileTypes: true })
    return entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => inOrder(a.name, b.name))
  } catch (error) {
    found.problems.push(hindered(folder, (error as NodeJS.ErrnoException).code))
    return undefined
  }
}

/** A link to a folder is followed, but never back into a folder it lies in. */
function follow(place: Place, path: string, links: readonly string[], found: Walk): void {
  const realOf = (one: string) => (place.past ? `/${place.past.real(one) ?? one}` : realpathSync(join(place.root, one)))
  const real = realOf(path)
  const way = [...links, realOf(dirname(path))]
  if (way.some((folder) => isInside(real, folder))) found.problems.push(hindered(path, 'ELOOP'))
  else enter(place, path, way, found)
}

type Looked = { kind: 'file' | 'folder' | 'other'; code?: string | undefined }

function kindOf(place: Place, path: string, entry: Entry): Looked {
  if (!entry.isSymbolicLink()) return { kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' }
  if (place.past) return kindThen(place.past, path)
  try {
    const stat = statSync(join(place.root, path))
    return { kind: stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'other' }
  } catch (error) {
    return { kind: 'other', code: (error as NodeJS.ErrnoException).code }
  }
}

/** The same of a link in a commit; one that leads out of the workspace is left to whoever reads it. */
function kindThen(past: Past, path: string): Looked {
  const file = past.file(path)
  if (file === 'outside') return { kind: 'file' }
  if (file === 'EISDIR') return { kind: 'folder' }
  return typeof file === 'string' ? { kind: 'other', code: file } : { kind: 'file' }
}

const words: Record<string, [message: string, expected: string]> = {
  ELOOP: ['This is a symbolic link that leads back to itself.', 'a link to a file or folder elsewhere'],
  ENOENT: ['This is a symbolic link to something that is not there.', 'a link to a file or folder that exists'],
  EACCES: ['You have no permission to look into this folder.', 'a folder you may read (chmod u+rx)'],
  EPERM: ['You have no permission to look into this folder.', 'a folder you may read (chmod u+rx)'],
  ENOTDIR: ['A file stands where a folder should be.', 'a folder'],
}

function hindered(path: string, code = 'EIO'): Problem {
  const [message, expected] = words[code] ?? [`This cannot be read (${code}).`, 'a file or folder that can be read']
  return whole(path, 'file-unreadable', message, expected)
}

/** Names that Windows and macOS take for one: they differ only in letter case, or in how accents are encoded. */
function findClashes(folder: string, names: readonly string[]): Problem[] {
  const first = new Map<string, string>()
  return names.flatMap((name) => {
    const key = name.normalize('NFC').toLowerCase()
    const other = first.get(key)
    if (other === undefined) first.set(key, name)
    if (other === undefined) return []
    const message = `"${name}" and "${other}" are one name on Windows and macOS; one of the two would be lost there.`
    return [whole(`${folder}/${name}`, 'name-clash', message, 'names that differ in more than capital letters')]
  })
}
