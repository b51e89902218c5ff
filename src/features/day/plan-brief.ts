import type { Book } from '../../formulas/measures/book.ts'
import { measures } from '../../formulas/measures/catalogue.ts'
import { isWithin, type Row } from '../../formulas/measures/measure.ts'
import { addDays } from '../../records/days/calendar.ts'
import type { Whose } from '../../workspace/book/find-whose.ts'
import type { Brief } from './brief.ts'
import { chooseMatters } from './choose-matters.ts'
import { findMeetings } from './find-meetings.ts'

/** How far ahead next steps are looked at, and how far back moves of deals, in days. */
export const horizon = { steps: 3, moved: 7 }

/** Puts a person's day together from their book. */
export function planBrief(book: Book, { user, name, slugs }: Whose): Brief {
  const { today, accounts, deals, currency, historyBegins } = book
  const now = { from: today, to: today }
  const rowsOf = (measure: string) => measures[measure]!.work(book, now).rows ?? []
  const open = rowsOf('open-deals')
  return {
    user,
    name,
    day: today,
    people: [...slugs],
    matters: chooseMatters(book),
    meetings: findMeetings(book),
    overdue: rowsOf('tasks-overdue'),
    due: rowsOf('tasks-due').filter(({ due }) => due === today),
    alerts: rowsOf('alerts-open'),
    steps: findSteps(book),
    moved: findMoved(book),
    quiet: rowsOf('quiet-accounts'),
    renewals: rowsOf('renewals'),
    counts: {
      accounts: accounts.length,
      deals: open.length,
      pipeline: deals.length > 0 ? measures['pipeline']!.work(book, now).value : null,
      currency,
    },
    historyBegins,
  }
}

/** Whether there is anything at all in a brief, and anything that is theirs. */
export const isEmptyBrief = ({ counts, meetings, overdue, due, alerts, steps }: Brief): boolean =>
  counts.accounts + counts.deals + meetings.length + overdue.length + due.length + alerts.length + steps.length === 0

/** Next steps that are due soon or late, the latest first. */
function findSteps(book: Book): Row[] {
  const until = addDays(book.today, horizon.steps)
  return book.deals
    .filter(
      ({ outcome, archived, deal }) => outcome === 'open' && !archived && deal.next_step_date && deal.next_step_date <= until,
    )
    .map(({ deal, customer, slug, path, owner }) => ({
      due: deal.next_step_date ?? null,
      step: deal.next_step ?? 'next step',
      deal: deal.name,
      customer,
      slug,
      owner,
      path,
    }))
    .sort((a, b) => (a.due! < b.due! ? -1 : a.due! > b.due! ? 1 : a.path < b.path ? -1 : 1))
}

/** Stages and close dates that changed lately at their accounts, the newest first. */
function findMoved(book: Book): Row[] {
  const span = { from: addDays(book.today, 1 - horizon.moved), to: book.today }
  const theirs = new Map(book.accountDeals.map((deal) => [deal.path, deal]))
  return book.changes
    .filter(({ path, field, day, from }) => field !== 'contact' && from !== null && theirs.has(path) && isWithin(day, span))
    .map(({ path, customer, slug, field, from, to, day }) => ({
      day,
      deal: theirs.get(path)!.deal.name,
      customer,
      slug,
      field,
      from,
      to,
      path,
    }))
    .toReversed()
}
