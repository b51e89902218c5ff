import type { CsvRow } from '../../records/csv/csv-row.ts'
import { csvText } from '../../records/csv/csv-text.ts'
import { withoutControls } from '../../records/csv/without-controls.ts'
import type { FileReading } from '../../records/kinds/import-map.ts'
import type { Csv } from '../../workspace/csv/open-csv.ts'
import type { MapFile } from '../../workspace/open-map.ts'
import type { Draft, Note } from './draft.ts'
import type { Sources } from './open-sources.ts'
import { overlayMap } from './read/overlay-map.ts'
import type { Reader, Understanding } from './read/understand-file.ts'
import { type StageWatch, watchStages } from './watch-stages.ts'
import { type DealWorkflows, planStages } from './write/plan-stages.ts'
import type { Rejected } from './write/rejected-rows.ts'

type How = {
  /** Understands the file anew. */
  again: () => Understanding | { skipped: string }
  map: MapFile
  workflows: DealWorkflows
  found: Sources
}

/** Goes through a file once, decides how its values are written and where its stages go, and adds it to what was found. */
export async function readSource(csv: Csv, understood: Understanding, { again, map, workflows, found }: How): Promise<void> {
  const { file, encoding, separator, lineEnds } = csv
  const { kind, system } = understood
  const reading = overlayMap({ map: map.value, path: map.path, lineOf: map.lineOf }, file)
  const watch = watchStages(understood.parts)
  const { rows, told } = await lookThrough(csv, understood, watch)
  const reader = understood.settle()
  const computed = kind === 'deal' && reading.values?.['stage'] !== undefined ? await computedStages(csv, again) : undefined
  const stages =
    kind === 'deal'
      ? planStages({ system, written: computed ?? watch.stages(reader.columns), map: placed(map, reading) }, workflows)
      : undefined
  found.sources.push({ file, kind, system, columns: reader.columns, stages, drafts: () => draftsOf(csv, reader) })
  found.shapes.push({ file, encoding, separator, lineEnds, rows })
  found.columns.push(...reader.columns)
  found.notes.push(...told)
  found.notes.push(...csv.notes.map((note) => ({ file, ...note })))
  found.readNotes.push(reader.notes)
  found.questions.push(...reader.questions)
}

/** The first pass: every row is looked at, to settle how values are written. */
async function lookThrough(csv: Csv, { look }: Understanding, watch?: StageWatch): Promise<{ rows: number; told: Note[] }> {
  const short = { line: 0, cells: 0, count: 0 }
  const steering = { line: 0, count: 0 }
  let rows = 0
  for await (const batch of csv.rows()) {
    rows += batch.length
    for (const row of batch) {
      if ('reason' in row) continue
      if (row.short !== undefined && short.count++ === 0) Object.assign(short, { line: row.line, cells: row.short })
      const clean = withoutSteering(row)
      if (clean !== row && steering.count++ === 0) steering.line = row.line
      look(clean)
      watch?.look(clean.cells)
    }
  }
  const told = [
    ...(short.count > 0 ? [sayShort(csv.file, csv.headings.length, short)] : []),
    ...(steering.count > 0 ? [saySteering(csv.file, steering)] : []),
  ]
  return { rows, told }
}

/** A row without the control characters that nobody wrote on purpose, and that would steer a terminal. */
function withoutSteering(row: CsvRow): CsvRow {
  const cells = row.cells.map(withoutControls)
  return cells.some((cell, index) => cell !== row.cells[index]) ? { ...row, cells } : row
}

const saySteering = (file: string, { line, count }: { line: number; count: number }): Note => ({
  file,
  line,
  message: 'Control characters are left out.',
  ...(count > 1 && { count: count - 1 }),
})

const sayShort = (
  file: string,
  headings: number,
  { line, cells, count }: { line: number; cells: number; count: number },
): Note => ({
  file,
  line,
  message: `This row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, the headings are ${headings}; what is missing at its end counts as empty.`,
  ...(count > 1 && { count: count - 1 }),
})

/** The first rows of a file, by which it is recognised. */
export async function sampleOf(csv: Csv): Promise<string[][]> {
  for await (const batch of csv.rows()) return batch.flatMap((row) => ('cells' in row ? [row.cells] : []))
  return []
}

async function* draftsOf(csv: Csv, reader: Reader): AsyncIterable<(Draft | Rejected)[]> {
  for await (const batch of csv.rows())
    yield batch.map((row) => {
      if ('reason' in row) return { file: csv.file, ...row }
      const draft = reader.read(withoutSteering(row))
      return 'reason' in draft
        ? { file: csv.file, line: row.line, reason: draft.reason, raw: csvText([row.cells], csv.separator).trimEnd() }
        : draft
    })
}

/** The stages that a map computes: read as the rows will be, by a reader whose notes nobody sees. */
async function computedStages(csv: Csv, again: How['again']): Promise<string[]> {
  const understood = again()
  if ('skipped' in understood) return []
  await lookThrough(csv, understood)
  const stages = new Set<string>()
  const unseen = understood.settle()
  for await (const batch of draftsOf(csv, unseen))
    for (const row of batch) if ('fields' in row && typeof row.fields['stage'] === 'string') stages.add(row.fields['stage'])
  return [...stages]
}

/** What the map says of stages, and where. */
const placed = (map: MapFile, { stages, workflow }: FileReading) => ({
  ...(stages && { stages }),
  ...(workflow && { workflow }),
  where: (stage: string) => `${map.path}:${map.lineOf(stage ? ['stages', stage] : ['workflow'])}`,
})
