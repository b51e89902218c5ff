import { readActivityName } from '../../records/file-name.ts'
import { type KindName, slugInPath } from '../../records/kinds.ts'
import { type FoundLine, findLines } from '../../records/search/find-lines.ts'
import type { Term } from '../../records/search/read-query.ts'
import type { Hit } from '../../workspace/index/search-words.ts'
import type { Place } from '../../workspace/place.ts'
import { readSheet } from '../../workspace/sheet.ts'
import { customerIn } from '../../workspace/tree.ts'

/** A file that holds what was searched for, with its best lines. */
export type FoundText = {
  path: string
  line: number
  kind: KindName | 'text'
  slug: string
  customer?: string
  /** The day it is about, where its name or its path tells one. */
  date?: string
  lines: FoundLine[]
}

/** The day in a file's name: of an activity, a plan of a day, a report. */
export const dayInName = (path: string): string | undefined =>
  readActivityName(path)?.date.slice(0, 10) ?? /(?:^|[/_-])(\d{4}-\d{2}-\d{2})(?=[^/]*$)/.exec(path)?.[1]

type Chosen = { terms: readonly Term[]; limit: number; lines: number }

/** The best of the hits with the lines people look at; only as many files are opened as are shown. */
export function findTexts(place: Place, hits: readonly Hit[], { terms, limit, lines }: Chosen): FoundText[] {
  return hits.slice(0, limit).flatMap(({ path, kind }): FoundText[] => {
    const read = readSheet(place, path)
    if ('problem' in read) return []
    const found = findLines(read.sheet.text, terms, lines)
    const [customer, date] = [customerIn(path), dayInName(path)]
    return [
      {
        path,
        line: found[0]?.line ?? 1,
        kind: kind as FoundText['kind'],
        slug: slugInPath(path),
        ...(customer && { customer }),
        ...(date && { date }),
        lines: found,
      },
    ]
  })
}
