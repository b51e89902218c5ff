import type { Activity } from '../../records/kinds/activity.ts'
import type { Task } from '../../records/kinds/task.ts'
import type { Touch } from '../touch.ts'
import type { ValuedDeal } from '../value-deals.ts'

/** A customer somebody looks after, with what is computed of it. */
export type Account = {
  slug: string
  path: string
  name: string
  owner: string | null
  /** The last touch; absent while there was none. */
  lastTouch?: Touch | undefined
  /** Days since the last touch, or since the record began; null where nobody knows. */
  quietDays: number | null
  health: number | null
  /** The parts of its health in words, the weakest first. */
  because: string
  /** Whether it is one to keep in touch with: neither archived nor former nor a vendor. */
  live: boolean
}

export type BookDeal = ValuedDeal & { path: string; slug: string; archived: boolean }

/** An activity with the day and the minute it fell on, on the clock of whoever the book is about. */
export type BookActivity = {
  path: string
  customer: string
  day: string
  time: string
  held: boolean
  /** Who did it: who is named, else who owns the customer. */
  owner: string | null
  ours: boolean
  value: Activity
}

/** A field of a deal that changed, or a contact that came in, as commits tell. */
export type Change = {
  path: string
  customer: string
  slug: string
  field: 'stage' | 'close_date' | 'contact'
  from: string | null
  to: string | null
  day: string
}

/** Something a rule noticed, as its file says it. */
export type Alert = {
  path: string
  rule: string
  customer: string | null
  status: 'open' | 'acknowledged' | 'snoozed' | 'resolved'
  urgency: 'high' | 'medium' | 'low'
  since: string
  resolved: string | null
  /** What its rule is for; where the rule does not say, the values that were found. */
  what: string
  /** The values that were found when the rule noticed it; null where `what` has them. */
  because: string | null
  quote: string | null
  source: string | null
  for: string[]
  /** What is to be done about it, in words. */
  actions: string[]
}

/** All that the figures of a person, or of everybody, are worked out of; read once. */
export type Book = {
  today: string
  currency: string
  accounts: Account[]
  /** Those they work. */
  deals: BookDeal[]
  /** Those they work, and all others of their accounts. */
  accountDeals: BookDeal[]
  activities: BookActivity[]
  touches: (Touch & { customer: string })[]
  tasks: (Task & { customer?: string })[]
  changes: Change[]
  /** The day of the first commit; null where there is none. */
  historyBegins: string | null
  alerts: Alert[]
}

/** A book with nothing in it, by which templates are tried. */
export const emptyBook: Book = {
  today: '2026-01-01',
  currency: 'EUR',
  accounts: [],
  deals: [],
  accountDeals: [],
  activities: [],
  touches: [],
  tasks: [],
  changes: [],
  historyBegins: null,
  alerts: [],
}
