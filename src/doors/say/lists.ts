import { sayMoney } from '../../formulas/say-figure.ts'
import type { Row } from '../../records/row.ts'
import { cut, table } from '../terminal/table.ts'
import { sayDay } from '../terminal/words.ts'

/** Customers, a line each. */
export const sayCustomers = (rows: readonly Row<'customer'>[]): string =>
  listed(rows, 'customers', 'customer new "Acme GmbH" domain=acme.com', [
    { heading: 'customer', cell: ({ slug }) => slug },
    { heading: 'name', prose: true, cell: ({ name }) => cut(name, 36) },
    { heading: 'type', spare: true, cell: ({ type }) => type ?? '' },
    { heading: 'stage', cell: ({ stage }) => stage ?? '' },
    { heading: 'owner', cell: ({ owner }) => owner ?? '' },
    { heading: 'domain', spare: true, cell: ({ domain }) => domain ?? '' },
  ])

/** Contacts, a line each. */
export const sayContacts = (rows: readonly Row<'contact'>[]): string =>
  listed(rows, 'contacts', 'contact new acme "Jo Park" email=jo@acme.com', [
    { heading: 'contact', prose: true, cell: ({ customer, slug }) => `${customer}/${slug}` },
    { heading: 'name', prose: true, cell: ({ name, status }) => cut(status === 'left' ? `${name} (left)` : name, 30) },
    { heading: 'title', prose: true, spare: true, cell: ({ title }) => cut(title ?? '', 30) },
    { heading: 'role', cell: ({ role }) => role ?? '' },
    { heading: 'e-mail', cell: ({ email }) => email ?? '' },
  ])

/** Deals, a line each. */
export const sayDeals = (rows: readonly Row<'deal'>[], today: string): string =>
  listed(rows, 'deals', 'deal new acme "Renewal 2027" amount=24000', [
    { heading: 'deal', prose: true, cell: ({ customer, slug }) => `${customer}/${slug}` },
    { heading: 'stage', prose: true, cell: ({ stage }) => stage ?? '' },
    { heading: 'amount', cell: ({ amount, currency }) => sayMoney(amount, currency), right: true },
    { heading: 'close', cell: ({ close_date: close }) => sayDay(close, today) },
    { heading: 'owner', spare: true, cell: ({ owner }) => owner ?? '' },
    { heading: 'next step', prose: true, cell: ({ next_step: step }) => cut(step ?? '', 40) },
  ])

const listed = <R>(rows: readonly R[], what: string, first: string, columns: Parameters<typeof table<R>>[1]) =>
  rows.length > 0 ? table(rows, columns) : `No ${what} yet. Make the first one: dossier ${first}`
