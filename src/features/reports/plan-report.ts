import type { Plan } from '../../records/plan.ts'
import type { Place } from '../../workspace/place.ts'
import { planGenerated } from '../../workspace/write/plan-generated.ts'

type Of = { name: string; scope: 'personal' | 'team' | 'pulse'; user?: string | undefined; day: string }

/** Where a report of a day is written; one of the same day takes its place. */
const reportPath = ({ name, scope, user, day }: Of): string =>
  `reporting/${scope === 'personal' ? `personal/${user}` : scope}/${day}-${name}.md`

/** Decides the file of a report. */
export function planReport(
  place: Place,
  { text, title, ...of }: Of & { title: string; text: string },
): { path: string; plan: Plan } {
  const path = reportPath(of)
  const subject = `report ${of.name}${of.user ? ` of ${of.user}` : ''}: ${title}, ${of.day}`
  return { path, plan: { subject, edits: planGenerated(place, path, text) } }
}
