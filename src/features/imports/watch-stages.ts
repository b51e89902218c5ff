import type { ColumnUse } from './draft.ts'
import { startRow } from './read/gathered.ts'
import { settleOutcome } from './read/settle-outcome.ts'

/** What is seen of stages while every row is looked at. */
export type StageWatch = { look: (cells: readonly string[]) => void; stages: (columns: readonly ColumnUse[]) => string[] }

/** How many different ways of saying a stage are remembered: more are no stages. */
const most = 10_000

/** Watches the columns that may say a stage, and tells at the end which stages the rows name, in the order they come. */
export function watchStages(parts: readonly string[]): StageWatch {
  const watched = parts.flatMap((part, index) => (part === 'stage' || part === 'outcome' ? [index] : []))
  const seen = new Map<string, readonly string[]>()
  return {
    look(cells) {
      const said = watched.map((index) => cells[index]?.trim() ?? '')
      const key = said.join('\0')
      if (said.some(Boolean) && seen.size < most && !seen.has(key)) seen.set(key, said)
    },
    stages(columns) {
      // The plan calls both of them `stage`; a column that lost against a better one is kept as it was written.
      const [stage, outcome] = (['stage', 'outcome'] as const).map((part) =>
        watched.findIndex(
          (index) => parts[index] === part && columns[index]?.to === 'stage' && columns[index].reading !== 'empty',
        ),
      )
      const named = [...seen.values()].map((said) => {
        const row = startRow(1, [])
        for (const [part, at] of [
          ['stage', stage!],
          ['outcome', outcome!],
        ] as const)
          if (at >= 0 && said[at]) row.parts[part] = said[at]
        settleOutcome(row, '', '')
        return row.parts['stage']
      })
      return [...new Set(named.filter((name) => typeof name === 'string'))]
    },
  }
}
