import type { RowKind } from '../../../records/kinds/import-map.ts'
import { dictionary, others } from './others.ts'
import { plainHeading } from './plain-heading.ts'
import { splitHeadings } from './table.ts'
import { tables } from './tables.ts'

const ALONE = 4
const TOGETHER = 2
const LITTLE = 1
/** What the name of a file adds, and what must come together before anything is taken for records. */
const NAMED = 2
const ENOUGH = 3

/** What kind of rows a file holds, by its headings and its name; or why it holds no records. */
export function recogniseKind(headings: string[], file: string): { kind: RowKind } | { skipped: string } {
  const plain = new Set(headings.map(plainHeading).filter(Boolean))
  const said = sayHeadings(headings)
  if (describesTables(plain)) return { skipped: `its columns ${said} describe other tables: a data dictionary, no records` }

  const name = file.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')
  const scores = Object.entries(tables).map(([kind, table]) => {
    const score =
      sum(plain, table.alone, ALONE) +
      sum(plain, table.together, TOGETHER) +
      sum(plain, table.little, LITTLE) -
      sum(plain, table.against, ALONE)
    return { kind: kind as RowKind, score: score + (table.file.test(name) && score > -ENOUGH ? NAMED : 0) }
  })
  const other = Object.entries(others)
    .map(([what, { alone, together }]) => ({ what, score: sum(plain, alone, ALONE) + sum(plain, together, TOGETHER) }))
    .reduce((a, b) => (b.score > a.score ? b : a))
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  if (other.score >= 2 * ALONE - 1 && other.score > best.score)
    return { skipped: `its columns ${said} look like ${other.what}, which are not read from CSV` }
  if (best.score < ENOUGH) return { skipped: `its columns ${said} name no company, person, deal or product` }
  return { kind: best.kind }
}

function sum(plain: ReadonlySet<string>, list: string, weight: number): number {
  let found = 0
  for (const heading of new Set(splitHeadings(list))) if (plain.has(heading)) found += weight
  return found
}

function describesTables(plain: ReadonlySet<string>): boolean {
  const [named, told, beside] = [dictionary.named, dictionary.told, dictionary.beside].map((list) => new Set(splitHeadings(list)))
  const all = [...plain]
  const among = (set: Set<string>) => all.filter((heading) => set.has(heading)).length
  return all.length > 1 && among(named!) > 0 && among(told!) > 0 && among(named!.union(told!).union(beside!)) === all.length
}

/** A few headings for a sentence: `Table, Field and Description`. */
function sayHeadings(headings: string[]): string {
  const first = headings
    .slice(0, 5)
    .map((heading) =>
      heading
        .slice(0, 80)
        .replace(/\p{Cc}/gu, '')
        .trim(),
    )
    .map((heading) => (heading.length > 40 ? `${heading.slice(0, 39)}…` : heading || '(none)'))
  const more = headings.length - first.length
  if (more > 0) return `${first.join(', ')} and ${more} more`
  return first.length > 1 ? `${first.slice(0, -1).join(', ')} and ${first.at(-1)}` : (first[0] ?? '(none)')
}
