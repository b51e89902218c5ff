import type { Alert } from '../../formulas/measures/book.ts'
import type { EpisodeAction } from '../../records/kinds/episode.ts'
import type { Problem } from '../../records/problem.ts'
import { sayValue } from '../../records/say-value.ts'
import type { Place } from '../place.ts'
import { readAll } from '../records.ts'
import { customerIn, namesIn } from '../tree.ts'

const folder = 'reporting/pulse'

/** What rules noticed and wrote down, whatever became of it; what does not hold for long enough yet is none. */
export function readAlerts(place: Place): { alerts: Alert[]; problems: Problem[] } {
  const names = namesIn(place, folder, (entry) => entry.isFile() && entry.name.endsWith('.yaml'))
  const { records, problems } = readAll(
    place,
    'episode',
    names.map((name) => `${folder}/${name}`),
  )
  const alerts = records.flatMap(({ path, value }): Alert[] => {
    const { rule, status, urgency, since, because, subject, customer = customerIn(subject) } = value
    if (status === 'pending') return []
    return [
      {
        path,
        rule,
        customer: customer ?? null,
        status,
        urgency,
        since,
        resolved: value.resolved ?? null,
        what: (value.what ?? because).replace(/\.\s*$/, ''),
        because: value.what === undefined ? null : because,
        quote: value.quote ?? null,
        source: value.source ?? null,
        for: value.for,
        actions: value.actions.map(sayAction),
      },
    ]
  })
  return { alerts, problems }
}

/** An action in words: what, for whom, what came of it. */
function sayAction({ do: name, for: whom, on, after, path, deal, propose, set, without }: EpisodeAction): string {
  const fields = (values: Record<string, unknown>) =>
    Object.entries(values)
      .map(([field, value]) => `${field} ${sayValue(value)}`)
      .join(', ')
  const what = [
    name,
    whom && `for ${whom}`,
    propose && `proposes ${fields(propose)}${deal ? ` in ${deal}` : ''}`,
    set && `set ${fields(set)}${deal ? ` in ${deal}` : ''}`,
    path,
    on ? `on ${on}` : after && `after ${after}`,
    without && `not done: ${without}`,
  ]
  return what.filter(Boolean).join(' ')
}
