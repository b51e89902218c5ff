import type { RowKind } from '../../../records/kinds/import-map.ts'
import { closeColumns } from './close.ts'
import { again, noise } from './others.ts'
import { plainHeading } from './plain-heading.ts'
import { type Claim, indexColumns, splitHeadings } from './table.ts'
import { tables } from './tables.ts'

type Asked = {
  kind: RowKind
  system: string
  /** What a map or the team's fields say of a heading: a part, or '' to leave it out. */
  said: (heading: string, index: number) => string | undefined
  /** Whether a part of this name exists, so that a heading that is the name of a field fills it. */
  isField: (name: string) => boolean
}

/** Which part of a draft each column fills, with its rank; `imported` for one that fills none, '' for one that is left out. */
export function assignColumns(headings: string[], { kind, system, said, isField }: Asked): Claim[] {
  const table = tables[kind]
  const own = indexColumns((system === 'close' ? closeColumns[kind] : undefined) ?? {})
  const known = indexColumns(table.columns)
  const idle = new Set(splitHeadings(noise))
  const plain = headings.map(plainHeading)
  const repeats = new Set(
    Object.entries(again).flatMap(([json, part]) => (plain.includes(plainHeading(part)) ? [plainHeading(json)] : [])),
  )

  return headings.map((heading, index) => {
    const told = said(heading, index)
    if (told !== undefined) return { part: told, rank: -1 }
    const name = plain[index]!
    if (/^(?:isdeleted|deleted)$/.test(name)) return { part: 'deleted', rank: 0 }
    if (/^optedoutofemail./.test(name) || /^opted out of email:/i.test(heading)) return { part: 'suppress.opt-out', rank: 50 }
    if (idle.has(name) || repeats.has(name)) return { part: '', rank: 0 }
    const bare = name.replace(table.prefix, '')
    const found = own.get(name) ?? known.get(name) ?? (bare && (own.get(bare) ?? known.get(bare)))
    if (found) return found
    const field = [
      heading
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
    ].find(isField)
    return field ? { part: field, rank: 100 } : { part: 'imported', rank: 0 }
  })
}
