import { addDays, daysBetween } from '../../records/days/calendar.ts'
import type { Deal } from '../../records/kinds/deal.ts'

type Won<D> = D & { path: string; slug: string; customer: string; deal: Deal; outcome: string }

/** A contract that runs out: the last day on which notice can be given, and how far that is; negative once it has passed. */
export type Renewal<D> = { deal: D; end: string; notice: string; days: number }

/**
 * Contracts of won deals that still run and that no later won deal renews, soonest notice first, within so many days from
 * today. One that goes on by itself is no question any more once its notice date has passed.
 */
export function findRenewals<D>(deals: readonly Won<D>[], today: string, within: number): Renewal<Won<D>>[] {
  const won = deals.filter(({ outcome }) => outcome === 'won')
  const renewed = new Set(won.flatMap(({ customer, deal: { renews } }) => (renews ? `${customer} ${renews}` : [])))
  const isRenewed = ({ customer, slug, path }: Won<D>) =>
    [slug, path, `${customer}/${slug}`].some((name) => renewed.has(`${customer} ${name}`))
  return won
    .flatMap((one) => {
      const { end, notice_days: days = 0, auto_renew: goesOn } = one.deal.contract ?? {}
      if (!end || end < today || isRenewed(one)) return []
      const notice = addDays(end, -days)
      if (goesOn && notice < today) return []
      return [{ deal: one, end, notice, days: daysBetween(today, notice) }]
    })
    .filter(({ days }) => days <= within)
    .sort((a, b) => a.days - b.days || (a.deal.path < b.deal.path ? -1 : 1))
}
