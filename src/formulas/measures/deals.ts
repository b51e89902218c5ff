import type { Span } from '../periods/fiscal-span.ts'
import type { Book, BookDeal, Change } from './book.ts'
import { withHistory } from './history.ts'
import { counted, dealRow, isWithin, type Measure, openDeals, type Row, summed } from './measure.ts'

const closed = ({ deals }: Book, outcome: 'won' | 'lost', span: Span) =>
  deals.filter((one) => one.outcome === outcome && isWithin(one.deal.close_date, span))

const wonRow = (one: BookDeal): Row => dealRow(one)
const lostRow = (one: BookDeal): Row => ({
  ...dealRow(one),
  lost_reason: one.deal.lost_reason ?? null,
  competitors: (one.deal.competitors ?? []).join(', ') || null,
})

/** Counts deals with a line each. */
const those = (deals: readonly BookDeal[], row: (one: BookDeal) => Row) =>
  counted(
    deals.map(({ path }) => path),
    deals.map(row),
  )

const changed = (book: Book, span: Span, field: Change['field'], isMeant: (change: Change) => boolean = () => true) =>
  withHistory(book, span, () => {
    const own = new Map(book.deals.map((deal) => [deal.path, deal]))
    const found = book.changes.filter(
      (one) => own.has(one.path) && one.field === field && isWithin(one.day, span) && isMeant(one),
    )
    return counted(
      found.map(({ path }) => path),
      found.map(({ path, from, to, day }): Row => ({ ...dealRow(own.get(path)!), from, to, day })),
    )
  })

/** What became of deals in the period, and what is open now. Amounts in other currencies take the rate of their day. */
export const dealMeasures = {
  'deals-created': {
    label: 'Deals opened',
    unit: 'deal',
    definition: 'Deals whose `opened` lies in the period.',
    of: 'period',
    work: ({ deals }, span) =>
      those(
        deals.filter(({ deal }) => isWithin(deal.opened, span)),
        dealRow,
      ),
  },
  'deals-won': {
    label: 'Deals won',
    unit: 'deal',
    definition: 'Deals in a won stage whose `close_date` lies in the period.',
    of: 'period',
    work: (book, span) => those(closed(book, 'won', span), wonRow),
  },
  won: {
    label: 'Won',
    unit: 'money',
    definition: 'The amounts of the deals won in the period, each at the rate of its `close_date`.',
    of: 'period',
    work: (book, span) => summed(closed(book, 'won', span), book.currency),
  },
  'deals-lost': {
    label: 'Deals lost',
    unit: 'deal',
    definition: 'Deals in a lost stage whose `close_date` lies in the period.',
    of: 'period',
    work: (book, span) => those(closed(book, 'lost', span), lostRow),
  },
  lost: {
    label: 'Lost',
    unit: 'money',
    definition: 'The amounts of the deals lost in the period, each at the rate of its `close_date`.',
    of: 'period',
    work: (book, span) => summed(closed(book, 'lost', span), book.currency),
  },
  'stage-moves': {
    label: 'Stage moves',
    unit: 'move',
    definition: 'Changes of `stage` of these deals in the commits of the period.',
    of: 'period',
    work: (book, span) => changed(book, span, 'stage', ({ from }) => from !== null),
  },
  'slipped-deals': {
    label: 'Close dates moved out',
    unit: 'slip',
    definition: 'Changes of `close_date` to a later day in the commits of the period; a deal counts each time it slips.',
    of: 'period',
    work: (book, span) => changed(book, span, 'close_date', ({ from, to }) => from !== null && to !== null && to > from),
  },
  'open-deals': {
    label: 'Open deals',
    unit: 'deal',
    definition: 'Deals in a stage that is neither won nor lost, archived ones aside.',
    of: 'now',
    work: (book) => those(openDeals(book).sort(byCloseDate), dealRow),
  },
  pipeline: {
    label: 'Open pipeline',
    unit: 'money',
    definition: 'The amounts of the open deals, at the rate of the day.',
    of: 'now',
    work: (book) => summed(openDeals(book), book.currency),
  },
  weighted: {
    label: 'Weighted pipeline',
    unit: 'money',
    definition: 'The amounts of the open deals, each times its probability: its own, else that of its stage.',
    of: 'now',
    work: (book) => summed(openDeals(book), book.currency, 'weighted'),
  },
  'close-dates-past': {
    label: 'Close dates past',
    unit: 'deal',
    definition: 'Open deals whose `close_date` lies before today.',
    of: 'now',
    work: (book) =>
      those(
        openDeals(book).filter(({ deal }) => deal.close_date !== undefined && deal.close_date < book.today),
        dealRow,
      ),
  },
} satisfies Record<string, Measure>

const byCloseDate = (a: BookDeal, b: BookDeal) => {
  const [one, other] = [`${a.deal.close_date ?? '9'} ${a.path}`, `${b.deal.close_date ?? '9'} ${b.path}`]
  return one < other ? -1 : one > other ? 1 : 0
}
