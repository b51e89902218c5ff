import type { StatementKind } from '../../../records/statements/cues.ts'

/** For so many days what was said of each kind is taken as fresh: prices and promises age first, who does what last. */
export const shelfLife: Record<StatementKind, number> = {
  decision: 540,
  amount: 270,
  date: 270,
  role: 540,
  objection: 365,
  promise: 90,
}
