import type { Change } from '../../formulas/measures/book.ts'
import { dayIn, instantOf } from '../../records/days/calendar.ts'
import { kindOf, slugInPath } from '../../records/kinds.ts'
import { readAddedContacts, readHistoryStart } from '../git/added-files.ts'
import { readFieldMoves } from '../git/field-moves.ts'
import type { Place } from '../place.ts'
import { customerIn } from '../tree.ts'

/** What commits since a day say of deals and contacts, oldest first, and the day history begins. */
export function readChanges(place: Place, { since, zone, now }: { since: string; zone: string; now: Date }) {
  const start = readHistoryStart(place)
  const from = instantOf(since, zone)
  const moves = readFieldMoves(place, ['stage', 'close_date'], from).filter(
    ({ path, at }) => kindOf(path) === 'deal' && at <= now,
  )
  const added = readAddedContacts(place, from).filter(({ path, at }) => kindOf(path) === 'contact' && at <= now)
  const placed = (path: string, at: Date) => ({
    path,
    customer: customerIn(path) ?? '',
    slug: slugInPath(path),
    day: dayIn(zone, at),
  })
  const changes: Change[] = [
    ...moves.map(({ path, field, from: was, to, at }) => ({
      ...placed(path, at),
      field: field as Change['field'],
      from: was || null,
      to: to || null,
    })),
    ...added.map(({ path, at }) => ({ ...placed(path, at), field: 'contact' as const, from: null, to: null })),
  ]
  return { changes, begins: start && dayIn(zone, start) }
}
