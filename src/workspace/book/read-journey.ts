import { dayIn } from '../../records/days/calendar.ts'
import { readHistoryStart } from '../git/added-files.ts'
import { type FieldMove, readFieldMoves } from '../git/field-moves.ts'
import { isHistoryCut } from '../past/is-history-cut.ts'
import type { Place } from '../place.ts'
import { customerIn } from '../tree.ts'

/** A field that a commit changed, with the day in the workspace's zone. */
export type Move = Omit<FieldMove, 'at'> & { day: string }

/** What history tells of a customer's fields: absent moves where there is no history, `begins` where it was cut short. */
export type Journey = { moves?: readonly Move[]; begins?: string }

/** The fields whose changes are told. */
const movingFields = ['stage', 'close_date', 'amount', 'owner', 'forecast_category']

type Asked = { now: Date; zone: string; days: number }

/** Reads what the last days' commits changed in a customer and its deals, at once; and what of it are stage moves of deals, as health counts them. */
export function readJourney(
  place: Place,
  slug: string,
  { now, zone, days }: Asked,
): { told: Journey; stageMoves?: () => FieldMove[] } {
  if (!place.git) return { told: {} }
  const folder = `customers/${slug}`
  const since = new Date(now.getTime() - days * 86_400_000)
  const found = readFieldMoves(place, movingFields, since, [`${folder}/customer.md`, `${folder}/deals`]).filter(
    ({ path, at }) => at <= now && customerIn(path) === slug && /\/customer\.md$|\/deals\/[^/]+\.md$/.test(path),
  )
  const start = isHistoryCut(place) ? readHistoryStart(place) : null
  return {
    told: {
      moves: found.map(({ at, ...move }) => ({ ...move, day: dayIn(zone, at) })),
      ...(start && { begins: dayIn(zone, start) }),
    },
    stageMoves: () => found.filter(({ path, field }) => field === 'stage' && path.includes('/deals/')),
  }
}
