import type { TeamFields } from '../../records/kinds/fields.ts'
import type { FileReading } from '../../records/kinds/import-map.ts'
import type { WorkspaceSettings } from '../../records/kinds/workspace-settings.ts'
import { type Csv, openCsv } from '../../workspace/csv/open-csv.ts'
import type { MapFile } from '../../workspace/open-map.ts'
import type { Place } from '../../workspace/place.ts'
import { listRecords } from '../../workspace/records.ts'
import { chooseWorkflow } from '../../workspace/workflows.ts'
import type { ColumnUse, Note, Question } from './draft.ts'
import { overlayMap } from './read/overlay-map.ts'
import { understandFile } from './read/understand-file.ts'
import { readSource, sampleOf } from './read-source.ts'
import type { Source } from './run-import.ts'
import type { DealWorkflows } from './write/plan-stages.ts'

type Asked = {
  cwd: string
  map: MapFile | undefined
  /** What was said on the command line, which wins over the map. */
  said: FileReading
  team: TeamFields | undefined
  settings: WorkspaceSettings
  zone: string
  today: string
}

/** How a file is written, for the plan to tell. */
type Shape = Pick<Csv, 'file' | 'encoding' | 'separator' | 'lineEnds'> & { rows: number }

/** What the files are: those that hold records, those that hold none and why, and what to ask before anything is written. */
export type Sources = {
  sources: Source[]
  shapes: Shape[]
  skipped: { file: string; reason: string }[]
  columns: ColumnUse[]
  notes: Note[]
  /** What is found while rows are read; each grows until the last one is. */
  readNotes: Note[][]
  questions: Question[]
}

/** Opens CSV files and goes through each once, to learn what its columns hold and how they are written. */
export async function openSources(place: Place, files: readonly string[], asked: Asked): Promise<Sources> {
  const { cwd, team } = asked
  const found: Sources = { sources: [], shapes: [], skipped: [], columns: [], notes: [], readNotes: [], questions: [] }
  const map = withSaid(asked)
  const opened: { csv: Csv; sample: string[][] }[] = []
  for (const file of files) {
    const { separator, encoding } = overlayMap({ map: map.value }, file)
    const csv = await openCsv(file, { cwd, ...(separator && { separator }), ...(encoding && { encoding }) })
    const same = opened.find((other) => other.csv.path === csv.path)
    if (same) found.skipped.push({ file, reason: `it is the same file as ${same.csv.file}, which is read once` })
    else opened.push({ csv, sample: await sampleOf(csv) })
  }
  const understand = ({ csv, sample }: (typeof opened)[number], reading: MapFile) => {
    const { file, headings } = csv
    const elsewhere = opened.flatMap((other) => (other.csv === csv ? [] : other.csv.headings))
    const { settings, zone, today } = asked
    return understandFile({ file, headings, sample, map: reading, elsewhere, settings, zone, today, ...(team && { team }) })
  }
  const first = opened.map((one) => understand(one, map))
  const systems = new Set(first.flatMap((one) => ('system' in one && one.system !== 'csv' ? [one.system] : [])))
  const [system] = systems
  const workflows = dealWorkflows(place)
  for (const [n, one] of opened.entries()) {
    const { csv } = one
    const isLost = 'system' in first[n]! && first[n].system === 'csv' && systems.size === 1
    const again = () => understand(one, isLost && !map.value.system ? { ...map, value: { ...map.value, system: system! } } : map)
    const understood = again()
    if ('skipped' in understood) found.skipped.push({ file: csv.file, reason: understood.skipped })
    else await readSource(csv, understood, { again, map, workflows, found })
  }
  return found
}

/** The map, with what the command line says laid over it; without a map, what the command line says. */
function withSaid({ map, said }: Asked): MapFile {
  const value = { ...map?.value, ...said }
  const files = Object.entries(map?.value.files ?? {}).map(([name, reading]) => [name, { ...reading, ...said }] as const)
  return {
    value: files.length > 0 ? { ...value, files: Object.fromEntries(files) } : value,
    path: map?.path ?? '',
    lineOf: map?.lineOf ?? (() => 1),
  }
}

function dealWorkflows(place: Place): DealWorkflows {
  const about = listRecords(place, 'workflow').records.filter(({ value }) => value.about === 'deal')
  const stages = new Map(about.map(({ slug, value }) => [slug, value.stages]))
  const usual = chooseWorkflow('deal', {}, { has: (name) => stages.has(name), get: (name) => name, only: () => about[0]?.slug })
  return { usual, stages }
}
