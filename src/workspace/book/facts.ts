import { type Health, healthScore } from '../../formulas/health-score.ts'
import { findTouches, type Touch } from '../../formulas/touch.ts'
import { dayIn, daysBetween, instantOf } from '../../records/days/calendar.ts'
import { isDone } from '../../records/kinds/activity.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import type { WorkspaceSettings } from '../../records/kinds/workspace-settings.ts'
import { once } from '../../records/once.ts'
import { type FieldMove, readFieldMoves, readFirstCommits } from '../git/field-moves.ts'
import { type People, readPeople } from '../people.ts'
import type { Place } from '../place.ts'
import { type Kept, listRecords } from '../records.ts'
import { isCustomer, slugsIn } from '../tree.ts'
import { tellOpen } from '../workflows.ts'
import { readHealthWeights } from './health-weights.ts'

/** What is computed of a customer (model.md, Touch and health). */
export type Facts = {
  /** Oldest first. */
  touches: Touch[]
  /** Days since the last touch; with none ever, since the customer's first commit; null where not even that is known. */
  noActivity: number | null
  health: Health
}

type Asked = {
  now: Date
  /** Whose days are counted. */
  zone: string
  settings: Pick<WorkspaceSettings, 'own_domains'>
  people?: People
  team?: TeamFields | undefined
  /** The one customer that will be asked about, where there is only one: no other's history is read. */
  only?: string
  /** A customer's records, where somebody has read them already. */
  beside?: <K extends 'customer' | 'deal' | 'activity'>(kind: K, customer: string) => Kept<K>[]
  /** Tells which deals may still be won, where somebody has read the workflows already. */
  isOpen?: (deal: Kept<'deal'>) => boolean
  /** What commits changed in `stage` of the deals since longer than stage moves count, oldest first, where somebody has read it already. */
  stageMoves?: () => readonly FieldMove[]
}

/** Opens the days of first commits, for records nobody has ever touched; each kind's history is read once, when it is asked for. */
export function openFirstDays(place: Place, only = '*'): (path: string, zone: string) => string | undefined {
  const read = new Map<string, Map<string, Date>>()
  return (path, zone) => {
    const folder = /\/(deals|contacts)\//.exec(path)?.[1]
    const files = folder ? `${folder}/*.md` : 'customer.md'
    const known = read.get(files) ?? readFirstCommits(place, { files, only })
    read.set(files, known)
    return known.has(path) ? dayIn(zone, known.get(path)!) : undefined
  }
}

/** How long a stage move counts as momentum. */
const recent = 21

/** Opens what is computed of customers. Nothing is read before it is asked for, each customer once, history once for all. */
export function openFacts(place: Place, { people = readPeople(place), isOpen = tellOpen(place), ...asked }: Asked) {
  const { now, zone, settings, team, only, beside, stageMoves } = asked
  const today = dayIn(zone, now)
  const read =
    beside ??
    (<K extends 'customer' | 'deal' | 'activity'>(kind: K, customer: string) =>
      kind === 'customer' && !isCustomer(place, customer) ? [] : listRecords(place, kind, { customer, team }).records)
  const moves = once(() => {
    const since = new Date(now.getTime() - (recent + 1) * 86_400_000)
    const readMoves =
      stageMoves ?? (() => readFieldMoves(place, ['stage'], since, only ? [`customers/${only}/deals`] : undefined))
    return lastMoves(
      readMoves().filter(({ at }) => at >= since),
      now,
      zone,
    )
  })
  const firstDay = openFirstDays(place, only)
  const weights = once(() => readHealthWeights(place))

  const look = (customer: string): Facts => {
    const contacts = once(() => slugsIn(place, 'contact', customer))
    const isOurs = (one: string) => {
      const [, domain] = /@([^@\s]+)$/.exec(one) ?? []
      if (domain) return settings.own_domains.some((own) => own.toLowerCase() === domain.toLowerCase())
      return people.find(one) !== undefined && !contacts().has(one)
    }
    const activities = read('activity', customer)
    const touches = findTouches(activities, { isOurs, now, zone })
    const deals = once(() => read('deal', customer).filter((deal) => !deal.value.archived && isOpen(deal)))
    const seen = touches.at(-1)?.day
    return {
      touches,
      get noActivity() {
        const since = seen ?? firstDay(`customers/${customer}/customer.md`, zone)
        return since === undefined ? null : Math.max(0, daysBetween(since, today))
      },
      get health() {
        return healthScore(
          {
            today,
            touches,
            deals: deals().map(({ slug, path, value }) => ({
              slug,
              closeDate: value.close_date,
              get lastMove() {
                return moves().get(path)
              },
            })),
            moods: moodsOf(activities, now, zone),
            byHand: read('customer', customer)[0]?.value.health,
          },
          weights(),
        )
      },
    }
  }
  const known = new Map<string, Facts>()
  return (customer: string): Facts => {
    const facts = known.get(customer) ?? look(customer)
    known.set(customer, facts)
    return facts
  }
}

const moodsOf = (activities: readonly Kept<'activity'>[], now: Date, zone: string) =>
  activities
    .filter(({ value }) => isDone(value) && value.sentiment !== undefined)
    .map(({ value }) => ({ at: instantOf(value.date, zone), mood: value.sentiment! }))
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ mood }) => mood)

/** The day of the newest stage move of each deal, up to now. */
const lastMoves = (moves: readonly FieldMove[], now: Date, zone: string) =>
  new Map(moves.filter(({ at }) => at <= now).map(({ path, at }) => [path, dayIn(zone, at)]))
