import { askAtOnce } from '../git/run.ts'
import { gitOf, type Place } from '../place.ts'

/** What a commit holds at a path: git's mode, and the id of its contents; a folder has none. */
export type Held = { name: string; mode: string; id: string }

/** What stands in each folder of a commit, by the folder's path and the name in it; the workspace itself is ''. */
type Folders = Map<string, Map<string, Held>>

/** Lists all that a commit holds below a folder of the workspace, in every depth; the folders above it are not filled in. */
export function listBelow(place: Place, commit: string, folder: string): Folders {
  const folders: Folders = new Map()
  const root = `${commit}:${gitOf(place).prefix}`
  const listed = askAtOnce(place, ['ls-tree', '-r', '-z', root, ...(folder ? ['--', `${folder}/`] : [])])
  for (const line of linesOf(listed)) {
    const [mode, id, path] = readLine(line)
    const end = path.lastIndexOf('/')
    const name = path.slice(end + 1)
    folderAt(folders, end < 0 ? '' : path.slice(0, end)).set(name, { name, mode, id })
  }
  return folders
}

/** Lists what stands directly in a folder of a commit; undefined where there is no such folder. */
export function listIn(place: Place, commit: string, folder: string): Map<string, Held> | undefined {
  const { prefix } = gitOf(place)
  const listed = askAtOnce(place, ['ls-tree', '-z', `${commit}:${[prefix, folder].filter(Boolean).join('/')}`])
  return (
    listed &&
    new Map(
      linesOf(listed).map((line) => {
        const [mode, id, name] = readLine(line)
        return [name, { name, mode, id }]
      }),
    )
  )
}

/** The entries of a folder, made with the folders above it when they are not there yet. */
function folderAt(folders: Folders, path: string): Map<string, Held> {
  const known = folders.get(path)
  if (known) return known
  const made = new Map<string, Held>()
  folders.set(path, made)
  const end = path.lastIndexOf('/')
  const name = path.slice(end + 1)
  if (path !== '') folderAt(folders, end < 0 ? '' : path.slice(0, end)).set(name, { name, mode: folderMode, id: '' })
  return made
}

/** How git writes down that something is a folder. */
export const folderMode = '040000'

const linesOf = (listed: Buffer | undefined): string[] => {
  const lines = listed?.toString('utf8').split('\0') ?? []
  lines.pop()
  return lines
}

/** `100644 blob <id>\t<path>`, as `git ls-tree -z` says it. */
function readLine(line: string): [mode: string, id: string, path: string] {
  const tab = line.indexOf('\t')
  return [line.slice(0, 6), line.slice(line.indexOf(' ', 7) + 1, tab), line.slice(tab + 1)]
}

/** The entries of a tree as git stores it: mode, name, and the id in so many bytes. */
export function readTree(tree: Buffer, width: number): Map<string, Held> {
  const entries = new Map<string, Held>()
  for (let at = 0; at < tree.length; ) {
    const space = tree.indexOf(32, at)
    const end = tree.indexOf(0, space)
    const name = tree.toString('utf8', space + 1, end)
    const mode = tree.toString('latin1', at, space).padStart(6, '0')
    at = end + 1 + width
    entries.set(name, { name, mode, id: tree.toString('hex', end + 1, at) })
  }
  return entries
}
