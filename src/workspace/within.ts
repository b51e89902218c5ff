import { realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Place } from './place.ts'

/** Of these files, those that really lie in a folder: a link that leads to somebody else's file is left out. */
export function withinFolder(place: Place, folder: string, paths: readonly string[]): string[] {
  const { past } = place
  if (past) return past.real(folder) === folder ? paths.filter((path) => past.real(path)?.startsWith(`${folder}/`)) : []
  const real = realOf(join(place.root, folder))
  const own = realOf(place.root)
  if (!real || real !== join(own!, ...folder.split('/'))) return []
  return paths.filter((path) => realOf(join(place.root, path))?.startsWith(`${real}${sep}`))
}

function realOf(file: string): string | undefined {
  try {
    return realpathSync.native(file)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}
