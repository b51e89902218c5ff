import { Failure } from '../../../failure.ts'
import type { TeamFields } from '../../../records/kinds/fields.ts'
import type { ImportMap, RowKind } from '../../../records/kinds/import-map.ts'
import type { WorkspaceSettings } from '../../../records/kinds/workspace-settings.ts'
import { teamFieldsOf } from '../../../records/schema/schema-of.ts'
import type { ColumnUse, Draft, Note, Question } from '../draft.ts'
import { assignColumns } from '../headings/assign-columns.ts'
import { scaleOfClose } from '../headings/close.ts'
import { plainHeading, readUnits } from '../headings/plain-heading.ts'
import { recogniseKind } from '../headings/recognise-kind.ts'
import { recogniseSystem } from '../headings/recognise-system.ts'
import { isCurrency } from '../values/currencies.ts'
import { collectNotes } from './collect-notes.ts'
import { compileValues, knownPart } from './compute-values.ts'
import { findColumns, type Overlaid, overlayMap } from './overlay-map.ts'
import { openParts } from './parts.ts'
import { type Column, profileColumn } from './profile-column.ts'
import { settleReader } from './settle-reader.ts'

export type Asked = {
  file: string
  headings: string[]
  /** The first rows. */
  sample: string[][]
  map?: { value: ImportMap; path: string; lineOf: (field: string[]) => number }
  /** Headings of the other files of the same import: a map may speak of them without a mistake. */
  elsewhere?: readonly string[]
  team?: TeamFields
  settings: WorkspaceSettings
  zone: string
  today: string
}

/** One row as the file has it, and the line it begins on. */
type Row = { line: number; cells: string[] }

/** Reads rows into drafts. `notes` grows while it does. */
export type Reader = {
  columns: ColumnUse[]
  notes: Note[]
  questions: Question[]
  read: (row: Row) => Draft | { reason: string }
}

export type Understanding = {
  kind: RowKind
  /** The key under `external:` for ids of this file. */
  system: string
  /** The part each column may fill, as its heading says. */
  parts: readonly string[]
  /** The first pass: to be called with every row before `settle`. */
  look: (row: Row) => void
  /** Decides how days, numbers and the rest are written, after every row was looked at. */
  settle: () => Reader
}

/** Finds out what the rows of a file are and which column says what. Throws a Failure (exit 2) for a map that cannot be followed. */
export function understandFile(asked: Asked): { skipped: string } | Understanding {
  const { file, sample, team, settings, elsewhere = [] } = asked
  const headings = nameColumns(asked.headings)
  const map = overlayMap(asked.map ? { map: asked.map.value, path: asked.map.path, lineOf: asked.map.lineOf } : {}, file)
  if (map.currency !== undefined && !isCurrency(map.currency)) throw unknownCurrency(map)
  const mapped = findColumns(map, headings, file, elsewhere)
  const recognised = map.kind ? { kind: map.kind } : recogniseKind(headings, file)
  if ('skipped' in recognised) return recognised

  const { kind } = recognised
  const system = map.system ?? recogniseSystem(asked.headings, sample)
  const parts = openParts(kind, team)
  const own = ownHeadings(kind, team)
  const said = (heading: string, index: number) => {
    const told = mapped.get(index)
    if (told !== undefined) return told === '' ? '' : knownPart(told, parts, map, map.lines('columns', heading))
    return own.get(plainHeading(heading))
  }
  const isField = (name: string) =>
    !unguessed.has(name) &&
    !(kind === 'lead' && name === 'status') &&
    parts.fields.includes(name) &&
    parts.meant(name) !== undefined
  const claims = assignColumns(headings, { kind, system, said, isField })
  const computed = compileValues(map, { headings, elsewhere, parts })
  const century = Number(asked.today.slice(0, 4)) + 20
  const columns = headings.map((heading, index): Column => {
    const { currency, scale = 1 } = readUnits(heading)
    const times = system === 'close' && heading === 'value' ? scaleOfClose(headings, sample) * scale : scale
    const units = { scale: times, ...(currency && isCurrency(currency) ? { currency } : {}) }
    return profileColumn({ index, heading, ...claims[index]!, ...units, type: parts.typeOf(claims[index]!.part), century })
  })
  const notes = collectNotes(file)
  for (const [index, heading] of asked.headings.entries())
    if (headings[index] !== heading && headings[index] !== `column ${index + 1}`)
      notes.add(1, heading, `stands twice among the headings; the second is called "${headings[index]}"`)

  return {
    kind,
    system,
    parts: columns.map(({ part }) => part),
    look: ({ line, cells }) => {
      for (const column of columns) {
        const cell = cells[column.index]
        if (cell === undefined || cell === '') continue
        const text = cell.trim()
        if (text === '') continue
        column.filled = true
        column.look?.(text, line)
      }
    },
    settle: () =>
      settleReader({
        file,
        kind,
        system,
        headings,
        columns,
        parts,
        map,
        computed,
        notes,
        settings,
        zone: asked.zone,
        today: asked.today,
        century,
        team,
      }),
  }
}

function unknownCurrency(map: Overlaid): Failure {
  const line = map.lines('currency')
  const hint = 'a code of three letters, such as EUR'
  return new Failure(`${map.path}:${line}: "${map.currency}" is a currency nobody knows.`, {
    hint,
    exitCode: 2,
    path: map.path,
    line,
  })
}

/** Fields that are never filled only because a heading has their name: they name files of ours. */
const unguessed = new Set([
  'external',
  'imported',
  'belongs_to',
  'archived',
  'workflow',
  'reports_to',
  'moved_to',
  'renews',
  'health',
])

/** Headings that are there and different: `column 3` where one is empty, `Name (2)` where one stands twice. */
function nameColumns(headings: string[]): string[] {
  const taken = new Set<string>()
  return headings.map((heading, index) => {
    const wanted = heading.trim() === '' || heading === '__proto__' ? `column ${index + 1}` : heading
    let name = wanted
    for (let n = 2; taken.has(name); n++) name = `${wanted} (${n})`
    taken.add(name)
    return name
  })
}

/** The headings that the team's own fields are imported from: those named, the field's name and its label. */
function ownHeadings(kind: RowKind, team: TeamFields | undefined): Map<string, string> {
  const record = kind === 'lead' ? 'contact' : kind
  if (record === 'product') return new Map()
  const found = new Map<string, string>()
  const fields = Object.entries(teamFieldsOf(record, team))
  for (const [name, field] of fields) for (const heading of field.import ?? []) found.set(plainHeading(heading), name)
  for (const [name, field] of fields)
    for (const heading of [name, field.label ?? ''])
      if (heading && !found.has(plainHeading(heading))) found.set(plainHeading(heading), name)
  return found
}
