import type { Alert, Book } from './book.ts'
import { counted, isWithin, type Measure, type Row } from './measure.ts'

const order = ['high', 'medium', 'low']

const alertRow = ({
  rule,
  customer,
  urgency,
  since,
  resolved,
  what,
  because,
  quote,
  source,
  path,
  actions,
  for: whom,
}: Alert): Row => ({
  rule,
  customer,
  urgency,
  since,
  resolved,
  for: whom.join(', ') || null,
  what,
  because,
  quote,
  source,
  actions: actions.join('; ') || null,
  path,
})

/** Alerts, the urgent ones first, then the oldest. */
const inUrgency = (a: Alert, b: Alert): number =>
  order.indexOf(a.urgency) - order.indexOf(b.urgency) ||
  (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) ||
  (a.path < b.path ? -1 : 1)

const those = ({ alerts }: Book, isMeant: (alert: Alert) => boolean) => {
  const found = alerts.filter(isMeant).sort(inUrgency)
  return counted(
    found.map(({ path }) => path),
    found.map(alertRow),
  )
}

const standing = (status: Alert['status'], label: string, definition: string): Measure => ({
  label,
  unit: 'alert',
  definition,
  of: 'now',
  work: (book) => those(book, (alert) => alert.status === status),
})

/** What rules noticed, and what became of it. */
export const alertMeasures = {
  'alerts-open': standing('open', 'Open alerts', 'Episodes of rules that are open: nobody has taken them up.'),
  'alerts-acknowledged': standing('acknowledged', 'Acknowledged', 'Episodes that somebody has taken up and that still hold.'),
  'alerts-snoozed': standing('snoozed', 'Snoozed', 'Episodes that somebody has put off.'),
  'alerts-new': {
    label: 'New alerts',
    unit: 'alert',
    definition: 'Episodes that began in the period, whatever became of them.',
    of: 'period',
    work: (book, span) => those(book, ({ since }) => isWithin(since, span)),
  },
  'alerts-resolved': {
    label: 'Resolved',
    unit: 'alert',
    definition: 'Episodes whose condition stopped holding in the period.',
    of: 'period',
    work: (book, span) => those(book, ({ status, resolved }) => status === 'resolved' && isWithin(resolved, span)),
  },
} satisfies Record<string, Measure>
