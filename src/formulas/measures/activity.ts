import type { Activity } from '../../records/kinds/activity.ts'
import { withHistory } from './history.ts'
import { counted, isWithin, type Measure } from './measure.ts'

const ofType = (type: Activity['type'], label: string, unit: string, what: string): Measure => ({
  label,
  unit,
  definition: `${what} in the period that took place (status done, or none), by whoever the report is about; where nobody is named, who owns the customer.`,
  of: 'period',
  work: ({ activities }, span) =>
    counted(
      activities
        .filter(({ ours, held, day, value }) => ours && held && value.type === type && isWithin(day, span))
        .map(({ path }) => path),
    ),
})

/** What was done: activities by type, touches, customers that were talked to, people that came in. */
export const activityMeasures = {
  calls: ofType('call', 'Calls', 'call', 'Calls'),
  emails: ofType('email', 'E-mails', 'e-mail', 'E-mails, in and out,'),
  meetings: ofType('meeting', 'Meetings held', 'meeting', 'Meetings'),
  chats: ofType('chat', 'Chats', 'chat', 'Chats'),
  notes: ofType('note', 'Notes', 'note', 'Notes'),
  touches: {
    label: 'Touches',
    unit: 'touch',
    definition:
      'Calls, e-mails, meetings and chats in the period that took place with somebody from outside; campaign mail only once it was answered.',
    of: 'period',
    work: ({ touches }, span) => counted(touches.filter(({ day }) => isWithin(day, span)).map(({ path }) => path)),
  },
  'customers-touched': {
    label: 'Customers touched',
    unit: 'customer',
    definition: 'Customers with at least one touch in the period.',
    of: 'period',
    work({ touches }, span) {
      const those = touches.filter(({ day, customer }) => customer !== '_unassigned' && isWithin(day, span))
      return { ...counted(those.map(({ path }) => path)), value: new Set(those.map(({ customer }) => customer)).size }
    },
  },
  'new-contacts': {
    label: 'New contacts',
    unit: 'contact',
    definition: 'Contacts at these accounts whose file was first committed in the period, the first commit of all aside.',
    of: 'period',
    work: (book, span) =>
      withHistory(book, span, () =>
        counted(book.changes.filter(({ field, day }) => field === 'contact' && isWithin(day, span)).map(({ path }) => path)),
      ),
  },
} satisfies Record<string, Measure>
