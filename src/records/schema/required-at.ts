import type { TeamFields } from '../kinds/fields.ts'
import type { Stage } from '../kinds/workflow.ts'
import type { KindName } from '../kinds.ts'
import { requiredFrom, teamFieldsOf } from './schema-of.ts'

/** The conditions a team's own fields add to a stage: those required from it, or from a stage before it, on. A lost record owes nothing. */
export function requiredAt(kind: KindName, stage: Stage, stages: readonly Stage[], team: TeamFields | undefined): string[] {
  if (stage.outcome === 'lost') return []
  const place = (id: string) => stages.findIndex((one) => one.id === id)
  return Object.entries(teamFieldsOf(kind, team)).flatMap(([name, field]) => {
    const from = requiredFrom(field)
    if (typeof from === 'string') return []
    const first = place(from.stage)
    return first >= 0 && first <= place(stage.id) ? [`${name} != null`] : []
  })
}
