import type { Csv } from '../../workspace/csv/open-csv.ts'
import type { ColumnUse } from './draft.ts'
import { startRow } from './read/gathered.ts'
import { settleOutcome } from './read/settle-outcome.ts'

/** The stages that the rows of a file of deals name, in the order they come. */
export async function gatherStages(csv: Csv, columns: readonly ColumnUse[]): Promise<string[]> {
  const parts = (['stage', 'outcome'] as const).flatMap((part) => {
    const index = columns.findIndex(({ to, reading }) => to === part && reading !== 'empty')
    return index < 0 ? [] : [{ part, index }]
  })
  const stages = new Set<string>()
  if (parts.length === 0) return []
  for await (const batch of csv.rows())
    for (const row of batch) {
      if ('reason' in row) continue
      const at = startRow(row.line, row.cells)
      for (const { part, index } of parts) {
        const text = row.cells[index]?.trim()
        if (text) at.parts[part] = text
      }
      settleOutcome(at, '', '')
      if (typeof at.parts['stage'] === 'string') stages.add(at.parts['stage'])
    }
  return [...stages]
}
