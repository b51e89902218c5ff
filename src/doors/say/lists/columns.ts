import { sayMoney } from '../../../formulas/say-figure.ts'
import type { Row } from '../../../records/row.ts'
import type { Column } from '../../terminal/table.ts'
import { sayDay } from '../../terminal/words.ts'

/** What a list of customers shows of each. */
export const customerColumns: Column<Row<'customer'>>[] = [
  { heading: 'customer', cell: ({ slug }) => slug },
  { heading: 'name', prose: true, most: 36, cell: ({ name }) => name },
  { heading: 'type', spare: true, cell: ({ type }) => type ?? '' },
  { heading: 'stage', cell: ({ stage }) => stage ?? '' },
  { heading: 'owner', cell: ({ owner }) => owner ?? '' },
  { heading: 'domain', spare: true, cell: ({ domain }) => domain ?? '' },
]

/** What a list of contacts shows of each. */
export const contactColumns: Column<Row<'contact'>>[] = [
  { heading: 'contact', prose: true, cell: ({ customer, slug }) => `${customer}/${slug}` },
  { heading: 'name', prose: true, most: 30, cell: ({ name, status }) => (status === 'left' ? `${name} (left)` : name) },
  { heading: 'title', prose: true, spare: true, most: 30, cell: ({ title }) => title ?? '' },
  { heading: 'role', cell: ({ role }) => role ?? '' },
  { heading: 'e-mail', cell: ({ email }) => email ?? '' },
]

/** What a list of deals shows of each. */
export const dealColumns = (today: string): Column<Row<'deal'>>[] => [
  { heading: 'deal', prose: true, cell: ({ customer, slug }) => `${customer}/${slug}` },
  { heading: 'stage', prose: true, cell: ({ stage }) => stage ?? '' },
  { heading: 'amount', cell: ({ amount, currency }) => sayMoney(amount, currency), right: true },
  { heading: 'close', cell: ({ close_date: close }) => sayDay(close, today) },
  { heading: 'next step', prose: true, spare: true, most: 40, cell: ({ next_step: step }) => step ?? '' },
  { heading: 'owner', spare: true, cell: ({ owner }) => owner ?? '' },
]
