import { posix, sep } from 'node:path'
import type { Entry, Past, Place, Unread } from '../place.ts'
import { folderMode, type Held } from './list-commit.ts'
import { type EntriesOf, openFolders } from './open-folders.ts'
import { readObjects } from './read-objects.ts'

/** Files read along with one that is asked for alone, in its folder and in those of other customers: they are mostly asked for next. */
const beside = 64
const customersBeside = 500

/** How many links are followed before they are taken for a circle. */
const farthest = 40

/** Opens the tree as a commit holds it. Folders are listed when they are first asked for: a customer's own, or all at once. */
export function openPast(place: Place, { commit, at }: { commit: string; at: Date }): Past {
  const { entriesOf, isForAll } = openFolders(place, commit)
  const contents = new Map<string, Buffer>()

  const entryAt = (path: string) => {
    const [folder, name] = cutPath(path)
    return path === '' ? undefined : entriesOf(folder)?.get(name)
  }
  const follow = (path: string, tries = farthest): { path: string; held?: Held } | Unread => {
    const held = entryAt(path)
    if (held && !isLink(held)) return { path, held }
    if (path === '') return { path }
    const [folder, name] = cutPath(path)
    const above = held ? { path: folder } : follow(folder, tries)
    if (typeof above === 'string') return above
    if (above.held && above.held.mode !== folderMode) return 'ENOTDIR'
    const real = join(above.path, name)
    const found = held ?? entryAt(real)
    if (!found) return 'ENOENT'
    if (!isLink(found)) return { path: real, held: found }
    if (tries === 0) return 'ELOOP'
    const to = leadsTo(place, above.path, read(found.id)?.toString('utf8') ?? '')
    return to === undefined ? 'outside' : follow(to, tries - 1)
  }
  const read = (id: string): Buffer | undefined => {
    if (!contents.has(id)) for (const [own, bytes] of readObjects(place, [id])) contents.set(own, bytes)
    return contents.get(id)
  }
  const file: Past['file'] = (path) => {
    const found = follow(path)
    if (typeof found === 'string') return found
    if (!found.held || found.held.mode === folderMode || !found.held.mode.startsWith('100')) return 'EISDIR'
    return { id: found.held.id, mode: Number.parseInt(found.held.mode, 8) & 0o777, path: found.path }
  }
  const idOf = (path: string) => {
    const found = file(path)
    return typeof found === 'string' ? undefined : found.id
  }
  const prepare = (ids: readonly (string | undefined)[]) => {
    const missing = new Set(ids.flatMap((id) => (id === undefined || contents.has(id) ? [] : [id])))
    for (const [id, bytes] of readObjects(place, [...missing])) contents.set(id, bytes)
  }
  return {
    commit,
    at,
    names(folder) {
      const real = entriesOf(folder) ? folder : pathOf(follow(folder))
      const found = real === undefined ? undefined : entriesOf(real)
      return found && [...found.values()].map(toEntry)
    },
    has: (path) => entryAt(path) !== undefined || typeof follow(path) !== 'string',
    file,
    blob: idOf,
    bytes(path) {
      const found = file(path)
      if (typeof found === 'string') return undefined
      if (!contents.has(found.id)) prepare([found.id, ...neighbours(found.path, entriesOf, isForAll())])
      return contents.get(found.id)
    },
    prepare: (paths) => prepare(paths.map(idOf)),
    real: (path) => pathOf(follow(path)),
  }
}

const isLink = ({ mode }: Held) => mode === '120000'

const join = (folder: string, name: string) => (folder ? `${folder}/${name}` : name)

function cutPath(path: string): [folder: string, name: string] {
  const end = path.lastIndexOf('/')
  return end < 0 ? ['', path] : [path.slice(0, end), path.slice(end + 1)]
}

const pathOf = (found: { path: string } | Unread) => (typeof found === 'string' ? undefined : found.path)

/** Where a link in a folder leads, from the root; undefined when it leads out of the workspace. */
function leadsTo({ root }: Place, folder: string, target: string): string | undefined {
  const top = root.split(sep).join('/')
  const way = posix.normalize(posix.isAbsolute(target) ? posix.relative(top, target) : posix.join(folder, target))
  return way === '..' || way.startsWith('../') ? undefined : way.replace(/^\.?\/?$|\/$/g, '')
}

const toEntry = ({ name, mode }: Held): Entry => ({
  name,
  isFile: () => mode.startsWith('100'),
  isDirectory: () => mode === folderMode || mode === '160000',
  isSymbolicLink: () => mode === '120000',
})

/** The records that follow a file in its folder; once all customers are looked at, those in the same place of the next customers too. */
function neighbours(path: string, entriesOf: EntriesOf, all: boolean): string[] {
  const [folder, name] = cutPath(path)
  const [, customer, rest = ''] = /^customers\/([^/]+)(\/.*)?$/.exec(folder) ?? []
  const next = all && customer !== undefined ? following(entriesOf('customers'), customer, customersBeside) : []
  const cousins = next.flatMap((other) => [...(entriesOf(`customers/${other.name}${rest}`)?.values() ?? [])])
  return [...following(entriesOf(folder), name, beside), ...cousins]
    .filter((held) => held.mode.startsWith('100') && (rest || !customer ? /\.(?:md|ya?ml)$/.test(held.name) : held.name === name))
    .map(({ id }) => id)
}

function following(entries: ReadonlyMap<string, Held> | undefined, name: string, most: number): Held[] {
  const all = [...(entries?.values() ?? [])]
  const from = all.findIndex((held) => held.name === name) + 1
  return all.slice(from, from + most)
}
