import type { Mend } from './mend.ts'
import type { Overlay } from './overlay.ts'

const folderOf = (path: string) => path.replace(/\/[^/]*$/, '')

/**
 * Folders that `init` makes and that are gone, each with what `init` puts there, for git keeps no empty folder.
 * A tree that somebody made by hand has none of them to miss.
 */
export function findFolders(tree: Overlay, shipped: ReadonlyMap<string, string>, isAsked: (path: string) => boolean): Mend[] {
  if (![...shipped.keys()].some((path) => path.endsWith('/README.md') && tree.has(path))) return []
  const there = new Set(tree.paths().flatMap((path) => foldersAbove(path)))
  return [...shipped].flatMap(([path, text]): Mend[] => {
    if (there.has(folderOf(path)) || !isAsked(path)) return []
    return [
      {
        code: 'folder-missing',
        path,
        line: 1,
        said: `the folder ${folderOf(path)} is missing`,
        edits: [{ do: 'create', path, text }],
      },
    ]
  })
}

const foldersAbove = (path: string): string[] => (path.includes('/') ? [folderOf(path), ...foldersAbove(folderOf(path))] : [])
