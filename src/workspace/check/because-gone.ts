import type { Problem } from '../../records/problem.ts'
import type { Place } from '../place.ts'
import { groupFiles } from './groups.ts'
import { isJudged, judgeGroup } from './judge-group.ts'
import { type Asked, isSetUp, lookAround } from './look-around.ts'
import { onDisk } from './source/disk.ts'
import type { Source } from './source/source.ts'

/** Of the problems in files that did not change, those that would not be there if the files that are gone still were: something in them is named. */
export async function becauseGone(
  problems: readonly Problem[],
  gone: readonly string[],
  { place, asked }: { place: Place; asked: Asked },
): Promise<Problem[]> {
  if (problems.length === 0) return []
  const around = lookAround(place, { ...asked, source: asIfThere(asked.source ?? onDisk(place), gone) })
  const told = new Set(problems.map(({ path }) => path))
  const judged = [around.problems]
  for (const group of groupFiles(around.files.filter(isJudged)))
    if (group.some((path) => told.has(path) || isSetUp(path))) judged.push(await judgeGroup(group, around.known))
  const before = new Set(judged.flat().map(keyOf))
  return problems.filter((problem) => problem.code !== 'identity-twice' && !before.has(keyOf(problem)))
}

const keyOf = ({ path, line, column, code, message }: Problem) => [path, line, column, code, message].join('\0')

/** The files with the names of those that are gone among them. */
function asIfThere(source: Source, gone: readonly string[]): Source {
  const foldersOf = (path: string) => path.split('/').map((_, n, parts) => parts.slice(0, n).join('/'))
  const folders = gone.flatMap(foldersOf)
  const below = (roots: readonly string[], paths: readonly string[]) =>
    paths.filter((path) => roots.some((root) => path === root || path.startsWith(`${root}/`)))
  return {
    ...source,
    walk(roots) {
      const found = source.walk(roots)
      return {
        ...found,
        files: [...found.files, ...below(roots, gone)],
        folders: [...new Set([...found.folders, ...below(roots, folders)])],
      }
    },
    holds: (path) => gone.includes(path) || folders.includes(path) || source.holds(path),
  }
}
