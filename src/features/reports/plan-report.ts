import type { Plan } from '../../records/plan.ts'
import type { Place } from '../../workspace/place.ts'
import { planGenerated } from '../../workspace/write/plan-generated.ts'

type Of = {
  name: string
  scope: 'personal' | 'team' | 'pulse'
  user?: string | undefined
  day: string
  /** The days it looks at, where they are others than its template says. */
  period?: string | undefined
}

/** Where a report of a day is written; one of the same day and period takes its place. */
const reportPath = ({ name, scope, user, day, period }: Of): string =>
  `reporting/${scope === 'personal' ? `personal/${user}` : scope}/${day}-${name}${period ? `.${period}` : ''}.md`

/** Decides the file of a report. */
export function planReport(
  place: Place,
  { text, title, ...of }: Of & { title: string; text: string },
): { path: string; plan: Plan } {
  const path = reportPath(of)
  const subject = `report ${of.name}${of.user ? ` of ${of.user}` : ''}: ${title}, ${of.day}`
  return { path, plan: { subject, edits: planGenerated(place, path, text) } }
}
