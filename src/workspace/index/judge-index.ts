import { existsSync } from 'node:fs'
import { walk } from '../check/walk.ts'
import type { Place } from '../place.ts'
import { lookAt } from './look.ts'
import { indexFile, openIndex } from './open-index.ts'
import { isText, searched } from './update-index.ts'

/** The state of an index: whether there is one, and how many files it does not know as they stand. Makes none. */
export function judgeIndex(place: Place): { there: boolean; files: number; behind: number } {
  const paths = walk(place, searched).files.filter(isText)
  const index = existsSync(indexFile(place)) ? openIndex(place) : undefined
  if (!index) return { there: false, files: paths.length, behind: paths.length }
  const statement = index.prepare('SELECT path, stat FROM files')
  statement.setReturnArrays(true)
  const known = new Map(statement.all() as unknown as [string, string][])
  const behind = paths.filter((path) => !known.has(path) || known.get(path) !== lookAt(place, path)?.stat).length
  return { there: true, files: paths.length, behind }
}
