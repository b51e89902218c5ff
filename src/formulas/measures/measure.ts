import { type Exact, sumOf } from '../exact.ts'
import type { Span } from '../periods/fiscal-span.ts'
import { roundMoney } from '../round-money.ts'
import { sayCount } from '../say-figure.ts'
import type { Book, BookDeal } from './book.ts'

/** A line of what a figure is made of: what is in it is said as it is, days and amounts in words. */
export type Row = Record<string, string | number | null>

/** What a measure came to: null where nobody knows; `inputs` are the files behind it, `note` what it does without, some days when `partial`. */
export type Worked = { value: number | null; inputs: string[]; rows?: Row[]; note?: string; partial?: boolean }

/** A figure that a report may ask for by name. */
export type Measure = {
  label: string
  /** What is counted, in the singular, or `money`, `points`. */
  unit: string
  definition: string
  /** Of a period: worked out for the one before as well. Of now: as things stand. */
  of: 'period' | 'now'
  work: (book: Book, span: Span) => Worked
}

export const isWithin = (day: string | null | undefined, { from, to }: Span): boolean => Boolean(day && day >= from && day <= to)

/** A count with the files it counts, each once and in order. */
export const counted = (inputs: readonly string[], rows?: Row[]): Worked => ({
  value: inputs.length,
  inputs: [...new Set(inputs)].sort(),
  ...(rows && { rows }),
})

/** What deals come to; those whose currency has no rate are left out and told. */
export function summed(deals: readonly BookDeal[], currency: string, part: 'value' | 'weighted' = 'value', rows?: Row[]): Worked {
  const without = deals.filter(({ value }) => value === undefined)
  const unlikely =
    part === 'weighted' ? deals.filter(({ value, probability }) => value !== undefined && probability === undefined) : []
  const codes = [...new Set(without.map((deal) => deal.currency))].sort()
  const notes = [
    without.length > 0 && `without ${sayCount(without.length, 'deal')}: no rate for ${codes.join(', ')}`,
    unlikely.length > 0 &&
      `without ${sayCount(unlikely.length, 'deal')} that ${unlikely.length === 1 ? 'has' : 'have'} no probability`,
  ].filter(Boolean)
  return {
    value: roundMoney(
      sumOf(
        deals.flatMap((deal): Exact[] => {
          const amount = deal[part]
          return amount ? [amount] : []
        }),
      ),
      currency,
    ),
    inputs: deals.map(({ path }) => path).sort(),
    ...(rows && { rows }),
    ...(notes.length > 0 && { note: notes.join('; ') }),
  }
}

/** A deal as a line of a report. */
export const dealRow = ({ deal, customer, slug, path, owner, stage, currency, amount }: BookDeal): Row => ({
  deal: deal.name,
  customer,
  slug,
  owner,
  stage: stage ?? null,
  amount: amount ? roundMoney(amount, currency) : null,
  currency,
  close_date: deal.close_date ?? null,
  path,
})

/** Deals that may still be won and were not put away. */
export const openDeals = ({ deals }: Book): BookDeal[] => deals.filter(({ outcome, archived }) => outcome === 'open' && !archived)
