import type { Book } from '../../formulas/measures/book.ts'
import { sayCount } from '../../formulas/say-figure.ts'

type Told = {
  customers: number
  book: Book
  /** Whom the report is about; absent, everybody. */
  person?: string | undefined
  goals?: readonly unknown[] | undefined
  goalsWithoutRate: readonly { currency: string; count: number }[]
}

/** The sentence on top of a report that has nothing to say, or says it without something; undefined where all is well. */
export function sayRemark({ customers, book, person, goals, goalsWithoutRate }: Told): string | undefined {
  if (customers === 0 && book.deals.length === 0) return 'This workspace has no customers yet, so there is nothing to report on.'
  const { deals, tasks } = book
  const nothing =
    person && deals.length + tasks.length === 0 && book.accounts.length === 0 && !book.activities.some(({ ours }) => ours)
  const parts = [
    nothing && `${person} owns no account, deal or task yet.`,
    goals?.length === 0 && 'There are no goals for this quarter or year in workspace-setup/quotas.',
    ...(goals ? goalsWithoutRate : []).map(
      ({ currency, count }) => `Without ${sayCount(count, 'goal')}: no rate for ${currency}.`,
    ),
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : undefined
}
