import type { TeamFields } from '../../../records/kinds/fields.ts'
import type { RowKind } from '../../../records/kinds/import-map.ts'
import type { WorkspaceSettings } from '../../../records/kinds/workspace-settings.ts'
import { teamFieldsOf } from '../../../records/schema/schema-of.ts'
import type { ColumnUse, Question } from '../draft.ts'
import { currencyOf } from '../values/currencies.ts'
import { refuse } from '../values/refusal.ts'
import { orderTold, settleDays } from '../values/settle-days.ts'
import { decimalShown, settleFigures, unitShown } from '../values/settle-figures.ts'
import { buildCell } from './build-cell.ts'
import type { Notes } from './collect-notes.ts'
import { shorten } from './collect-notes.ts'
import { completeRow } from './complete-row.ts'
import { type Computed, computeValues } from './compute-values.ts'
import { startRow } from './gathered.ts'
import type { Overlaid } from './overlay-map.ts'
import { type Parts, sayPart } from './parts.ts'
import { type Column, profileColumn } from './profile-column.ts'
import { settleOutcome } from './settle-outcome.ts'
import { buildTake, type Take } from './take-column.ts'
import type { Reader } from './understand-file.ts'

type Settling = {
  file: string
  kind: RowKind
  system: string
  headings: string[]
  columns: Column[]
  parts: Parts
  map: Overlaid
  computed: Computed[]
  notes: Notes
  settings: WorkspaceSettings
  zone: string
  today: string
  century: number
  team: TeamFields | undefined
}

/** Systems whose probabilities count to 100 even in a file where none is over 1. */
const inPercent = new Set(['salesforce', 'zoho', 'pipedrive', 'close'])

/** Parts that several columns may fill, each row from the best that holds something. */
const filledByRow =
  /^(?:name|phone|email|emails|domain|domains|linkedin|close_date|body|products|tags|aliases|country|title|location.*|(?:company|owner|csm|above|contact)\..*|suppress\..*|consent\..*|deleted|imported|)$/

/** Prepares the second pass, once every row was looked at. */
export function settleReader(settling: Settling): Reader {
  const { file, kind, headings, parts, map, computed, notes, settings, today } = settling
  const columns = choosePaths(settling)
  const questions: Question[] = []
  const readings = new Map<Column, string>()
  const takes = columns
    .filter(({ filled, part }) => filled && part !== '')
    .sort((a, b) => turn(a) - turn(b) || a.rank - b.rank || a.index - b.index)
    .map((column) => ({ index: column.index, take: settleColumn(column, columns, settling, questions, readings) }))

  const money = new Map(columns.map(({ part, currency }) => [part, currency] as const))
  const signs = readSigns(columns, settling)
  const how = {
    kind,
    file,
    fields: parts.fields,
    home: settings.currency,
    otherwise: (part: string) => money.get(part) ?? map.currency ?? signs.get(part),
    notes,
  }
  const put = openPut(settling, columns)
  const stageHeading = headingOf(columns, 'stage')
  const outcomeHeading = headingOf(columns, 'outcome')

  return {
    columns: columns.map((column) => sayUse(column, settling, readings.get(column))),
    notes: notes.all,
    questions,
    read: ({ line, cells }) => {
      const at = startRow(line, cells)
      for (const { index, take } of takes) {
        const text = cells[index]?.trim()
        if (text) take(text, at)
      }
      if (computed.length > 0) {
        const row = Object.fromEntries(headings.map((heading, index) => [heading, cells[index]?.trim() ?? '']))
        computeValues(computed, at, row, { today, notes, put: (part, value) => put(part, value, at) })
      }
      settleOutcome(at, stageHeading, outcomeHeading)
      return completeRow(at, how)
    },
  }
}

const headingOf = (columns: Column[], part: string) =>
  columns.find((column) => column.part === part && column.filled)?.heading ?? part

/** Countries and currencies first: phones and amounts are read with them. Then the best column of each part. */
const turn = ({ part }: Column) =>
  part === 'country' || part === 'location.country' || part === 'currency' ? 0 : part === 'imported' ? 2 : 1

/** The columns with one winner for each part that only one may fill; the others are kept as they were written. */
function choosePaths({ columns }: Settling): Column[] {
  const best = new Map<string, Column>()
  for (const column of columns) {
    const known = best.get(column.part)
    if (column.filled && (!known || column.rank < known.rank)) best.set(column.part, column)
  }
  return columns.map((column) => {
    if (column.part === 'outcome' && !best.has('stage') && best.get('outcome') === column) return { ...column, part: 'stage' }
    const isSpare = column.filled && !filledByRow.test(column.part) && best.get(column.part) !== column
    return isSpare ? { ...column, part: 'imported', type: undefined } : column
  })
}

function settleColumn(
  column: Column,
  columns: Column[],
  settling: Settling,
  questions: Question[],
  readings: Map<Column, string>,
): Take {
  const { file, kind, system, map, notes, settings, zone, century, team } = settling
  const { heading, part, type, scale } = column
  const beside = column.days || column.figures ? columns.filter((other) => other !== column && (other.days || other.figures)) : []
  const days =
    column.days &&
    settleDays(column.days, {
      century,
      zone,
      file,
      column: heading,
      asked: map.dates,
      others: beside.map((other) => other.days && orderTold(other.days)),
    })
  const figures =
    column.figures &&
    settleFigures(column.figures, {
      file,
      column: heading,
      asked: map.decimal,
      others: beside.map((other) => other.figures && decimalShown(other.figures)),
    })
  if (days?.question) questions.push(days.question)
  if (figures?.question) questions.push(figures.question)
  if (figures?.mixed) {
    const { first, second } = figures.mixed
    notes.add(
      first.line,
      heading,
      `has another decimal sign than "${shorten(second.text)}" in line ${second.line}; each is read by its last sign`,
      first.text,
    )
  }
  const percent = column.figures ? column.figures.overOne || inPercent.has(system) : false
  const isPercent = part === 'probability' && percent
  const reading = [
    days?.reading,
    isPercent && 'percent',
    figures?.decimal === ',' && 'decimal comma',
    scale !== 1 && (scale === 0.01 ? 'in cents' : `times ${scale}`),
  ]
    .filter(Boolean)
    .join(', ')
  if (reading) readings.set(column, reading)

  const isMoney =
    isMoneyPart(part) ||
    teamFieldsOf(kind === 'lead' ? 'contact' : kind === 'product' ? 'workspace' : kind, team)[part]?.type === 'money'
  const day = days?.read ?? (() => refuse())
  const read =
    type &&
    buildCell(type, {
      kind: kind === 'lead' ? 'contact' : kind,
      part,
      heading,
      isMoney,
      day,
      figure: figures?.read ?? (() => refuse()),
      percent,
      scale,
      country: settings.phone_country,
    })
  return buildTake({ part, heading, system, read: part === 'currency' ? undefined : read, day, notes })
}

/** The currency that a column's signs tell where all are alike: it is that of the amounts without one, too. */
function readSigns(columns: readonly Column[], { settings, map, notes }: Settling): Map<string, string> {
  const found = new Map<string, string>()
  for (const { part, heading, figures, currency } of columns) {
    const shown = figures && isMoneyPart(part) ? unitShown(figures) : undefined
    const code = shown && currencyOf(shown.unit, settings.currency)
    if (!shown || !code) continue
    found.set(part, code)
    if (shown.bare && !currency && !map.currency)
      notes.add(shown.bare.line, heading, `has no sign; it is read in ${code}, as the others of its column`, shown.bare.text)
  }
  return found
}

const isMoneyPart = (part: string) => part === 'amount' || part === 'price' || part === 'revenue'

/** Puts what a map computed into a part, read as a cell of a column of its own would be. */
function openPut(settling: Settling, columns: Column[]) {
  const ready = new Map<string, Take>()
  const { parts, century } = settling
  return (part: string, value: unknown, at: ReturnType<typeof startRow>): unknown => {
    let take = ready.get(part)
    if (!take) {
      const column = profileColumn({ index: -1, heading: part, part, rank: 0, scale: 1, type: parts.typeOf(part), century })
      const map = { ...settling.map, decimal: '.' as const }
      take = settleColumn(column, columns, { ...settling, map, system: 'computed' }, [], new Map())
      ready.set(part, take)
    }
    const text = typeof value === 'string' ? value : Array.isArray(value) ? JSON.stringify(value) : String(value)
    const before = at.imported[part]
    take(text.trim(), at)
    if (at.imported[part] === undefined || part in at.parts) return undefined
    if (before === undefined) delete at.imported[part]
    return refuse()
  }
}

function sayUse({ heading, part, filled }: Column, { file, kind }: Settling, reading: string | undefined): ColumnUse {
  if (!filled) return { file, column: heading, to: part === 'imported' ? 'left out' : sayPart(part, kind), reading: 'empty' }
  return { file, column: heading, to: sayPart(part, kind), ...(reading ? { reading } : {}) }
}
