import type { Draft } from '../../../../src/features/imports/draft.ts'
import { type Asked, understandFile } from '../../../../src/features/imports/read/understand-file.ts'
import type { ImportMap } from '../../../../src/records/kinds/import-map.ts'
import { WorkspaceSettings } from '../../../../src/records/kinds/workspace-settings.ts'

type Given = Partial<Omit<Asked, 'map' | 'settings'>> & { map?: ImportMap; settings?: Record<string, unknown> }

/** Reads a file of these headings and rows as an import would: every row is looked at, then every row is read. */
export function readRows(headings: string[], rows: string[][], { map, settings, ...given }: Given = {}) {
  const understood = understandFile({
    file: 'data.csv',
    headings,
    sample: rows.slice(0, 5),
    settings: WorkspaceSettings().parse({ name: 'Ours', ...settings }),
    zone: 'Europe/Berlin',
    today: '2026-11-21',
    ...given,
    ...(map ? { map: { value: map, path: 'map.yaml', lineOf: (field) => field.length + 5 } } : {}),
  })
  if ('skipped' in understood) throw new Error(understood.skipped)
  const lines = rows.map((cells, index) => ({ line: index + 2, cells }))
  for (const row of lines) understood.look(row)
  const reader = understood.settle()
  const read = lines.map((row) => reader.read(row))
  const drafts = read.filter((one): one is Draft => !('reason' in one))
  return { ...understood, ...reader, read, drafts, to: Object.fromEntries(reader.columns.map(({ column, to }) => [column, to])) }
}

/** What a deals file with one column of this heading makes of its cells. */
export function readColumn(heading: string, cells: string[], given: Given = {}) {
  const rows = cells.map((cell, index) => [`${index}`, `Deal ${index}`, cell])
  const result = readRows(['Deal ID', 'Deal Name', heading], rows, { map: { kind: 'deal', ...given.map }, ...given })
  return { ...result, values: (field: string) => result.drafts.map(({ fields }) => fields[field]) }
}
