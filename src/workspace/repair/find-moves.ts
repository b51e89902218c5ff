import { blobId } from '../sheet.ts'
import { betterPath } from './better-path.ts'
import type { Mend } from './mend.ts'
import type { Overlay } from './overlay.ts'

/** Files that lie, or are named, where no record is read, and whose right place is free. Two that would meet there stay where they are. */
export function findMoves(tree: Overlay, isAsked: (path: string) => boolean): Mend[] {
  const wanted = tree.paths().flatMap((path) => {
    const better = isAsked(path) ? betterPath(path, () => tree.text(path)) : undefined
    return better && better.to !== path && tree.isFree(better.to) ? [{ path, ...better }] : []
  })
  const alike = Map.groupBy([...tree.paths(), ...wanted.map(({ to }) => to)], sameName)
  return wanted.flatMap(({ path, to, code, said }): Mend[] => {
    const others = (alike.get(sameName(to)) ?? []).filter((other) => other !== path)
    const text = tree.text(path)
    if (others.length > 1 || text === undefined) return []
    return [{ code, path, line: 1, said: `${said} → ${to}`, edits: [{ do: 'move', path, from: blobId(text), to }] }]
  })
}

/** Names that are one on Windows and macOS. */
const sameName = (path: string) => path.normalize('NFC').toLowerCase()
