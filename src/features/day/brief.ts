import type { Row } from '../../formulas/measures/measure.ts'

/** One of the three things that matter, with why. */
export type Matter = { customer: string | null; what: string; because: string[]; score: number; path: string }

export type Meeting = { time: string; subject: string; customer: string; with: string[]; deal: string | null; path: string }

/** What a person looks at in the morning. Lists are whole; who shows them cuts. */
export type Brief = {
  user: string
  name: string
  day: string
  /** Whose work counts: the person alone, or with those who report to them. */
  people: string[]
  matters: Matter[]
  meetings: Meeting[]
  overdue: Row[]
  due: Row[]
  alerts: Row[]
  steps: Row[]
  moved: Row[]
  quiet: Row[]
  renewals: Row[]
  counts: { accounts: number; deals: number; pipeline: number | null; currency: string }
  historyBegins: string | null
  /** What to do or whom to look at, for somebody who has nothing here. */
  nothing?: string
}
