import { findRate } from '../../formulas/find-rate.ts'
import type { Health } from '../../formulas/health-score.ts'
import type { Account, Book, BookActivity, BookDeal } from '../../formulas/measures/book.ts'
import type { Terms } from '../../formulas/value-deals.ts'
import { dayIn, instantOf, minuteIn } from '../../records/days/calendar.ts'
import { readActivityName } from '../../records/file-name.ts'
import { isDone } from '../../records/kinds/activity.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import type { WorkspaceSettings } from '../../records/kinds/workspace-settings.ts'
import { once } from '../../records/once.ts'
import type { Problem } from '../../records/problem.ts'
import type { People } from '../people.ts'
import type { Place } from '../place.ts'
import { type Kept, type Listing, listRecords, readAll, readTeam } from '../records.ts'
import { allTasks } from '../tasks.ts'
import { customerIn, inOrder, recordPaths } from '../tree.ts'
import { openFacts } from './facts.ts'
import { readAlerts } from './read-alerts.ts'
import { readChanges } from './read-changes.ts'
import { readPipeline } from './read-pipeline.ts'
import { valueAll } from './value-all.ts'

type Asked = {
  people: People
  settings: WorkspaceSettings
  now: Date
  /** The clock the days are counted on. */
  zone: string
  /** Whose work it is; absent, everybody's. */
  whose?: ReadonlySet<string> | undefined
  /** The first day that is looked at; accounts are looked at as a whole. */
  since: string
}

/** A book as it is read, with what else the reader comes by. Parts are read when they are first looked at; `problems` fills as it goes. */
export type ReadBook = {
  book: Book
  /** Those of the whole tree. */
  everyDeal: BookDeal[]
  everyActivity: () => BookActivity[]
  customers: Kept<'customer'>[]
  terms: Terms
  problems: Problem[]
}

/** Opens what figures and briefs are worked out of: the customers, deals, activities, tasks, alerts and history of some people. */
export async function readBook(place: Place, { people, settings, now, zone, whose, since }: Asked): Promise<ReadBook> {
  const team = readTeam(place)
  const today = dayIn(zone, now)
  const isTheirs = (name: string | null | undefined) =>
    whose === undefined || (typeof name === 'string' && whose.has(people.find(name) ?? name))
  const customers = listRecords(place, 'customer', { team })
  const pipeline = readPipeline(place, team)
  const terms: Terms = { asOf: today, home: settings.currency, rateOn: findRate(pipeline.rates, settings.currency) }
  const { deals: everyDeal, currency } = valueAll(pipeline, people, terms)
  const theirs = customers.records.filter(({ value }) => isTheirs(value.owner) || isTheirs(value.csm))
  const own = new Set(theirs.map(({ slug }) => slug))
  const known = new Set(everyDeal.map(({ path }) => path))
  const tasks = place.git ? await allTasks(place) : []

  const problems = [...customers.problems, ...pipeline.problems]
  const told = <T>({ problems: wrong, ...read }: T & { problems: Problem[] }) => {
    problems.push(...wrong)
    return read
  }
  const owners = new Map(customers.records.map(({ slug, value }) => [slug, value.owner]))
  const ownerOf = ({ value: { by }, customer = '' }: Kept<'activity'>) => {
    const who = by ?? owners.get(customer)
    return who === undefined ? null : (people.find(who) ?? who)
  }
  const activities = once(() => told(readActivities(place, { own, since, team })).records)
  const placed = once(() => activities().map((record) => placeActivity(record, { zone, now, ownerOf, isTheirs })))
  const factsOf = openFacts(place, {
    now,
    zone,
    settings,
    people,
    team,
    beside: besideIn(place, { own, team, customers, pipeline, activities }),
  })
  const history = once(() => readChanges(place, { since, zone, now }))
  const alerts = once(() => told(readAlerts(place)).alerts)

  const accounts = once(() => theirs.map((record) => placeAccount(record, factsOf)))
  const touches = once(() => {
    const ours = placed().filter((one) => one.ours && one.customer !== '')
    const paths = new Set(ours.map(({ path }) => path))
    const active = [...new Set(ours.map(({ customer }) => customer))].sort(inOrder)
    return active.flatMap((customer) =>
      factsOf(customer).touches.flatMap((touch) => (paths.has(touch.path) ? [{ ...touch, customer }] : [])),
    )
  })
  const book: Book = {
    today,
    currency,
    get accounts() {
      return accounts()
    },
    deals: everyDeal.filter(({ owner }) => isTheirs(owner)),
    accountDeals: everyDeal.filter(({ owner, customer }) => isTheirs(owner) || own.has(customer)),
    get activities() {
      return placed()
    },
    get touches() {
      return touches()
    },
    tasks: tasks.flatMap((task) => {
      const customer = customerIn(task.path)
      const owner = task.owner && (people.find(task.owner) ?? task.owner)
      return isTheirs(owner) ? [{ ...task, ...(owner && { owner }), ...(customer && { customer }) }] : []
    }),
    get changes() {
      return history().changes.filter(({ path, field, customer }) => (field === 'contact' ? own.has(customer) : known.has(path)))
    },
    get historyBegins() {
      return history().begins
    },
    get alerts() {
      return alerts().filter((alert) => whose === undefined || alert.for.some((name) => isTheirs(name)))
    },
  }
  return { book, everyDeal, everyActivity: placed, customers: customers.records, terms, problems }
}

type Read = {
  own: ReadonlySet<string>
  team: TeamFields | undefined
  customers: Listing<'customer'>
  pipeline: ReturnType<typeof readPipeline>
  activities: () => Kept<'activity'>[]
}

/** The records of a customer for what is computed of it; those that are read already are not read again. */
function besideIn(place: Place, { own, team, customers, pipeline, activities }: Read) {
  const deals = once(() => Map.groupBy(pipeline.deals, ({ customer }) => customer))
  const byCustomer = once(() => Map.groupBy(activities(), ({ customer }) => customer))
  return <K extends 'customer' | 'deal' | 'activity'>(kind: K, slug: string): Kept<K>[] => {
    const found: Kept[] | undefined =
      kind === 'customer'
        ? customers.records.filter((one) => one.slug === slug)
        : kind === 'deal'
          ? deals().get(slug)
          : own.has(slug)
            ? byCustomer().get(slug)
            : listRecords(place, kind, { customer: slug, team }).records
    return (found ?? []) as Kept<K>[]
  }
}

type Which = { own: ReadonlySet<string>; since: string; team: TeamFields | undefined }

/** All activities of the accounts, and those of others that are not older than `since` by their names (which a zone may shift by a day). */
function readActivities(place: Place, { own, since, team }: Which) {
  const paths = recordPaths(place, 'activity').filter((path) => {
    if (own.has(customerIn(path) ?? '')) return true
    const named = readActivityName(path)
    return !named || dayIn('UTC', new Date(instantOf(named.date.slice(0, 10), 'UTC').getTime() + 86_400_000)) >= since
  })
  return readAll(place, 'activity', paths, team)
}

type Told = {
  zone: string
  now: Date
  ownerOf: (record: Kept<'activity'>) => string | null
  isTheirs: (name: string | null) => boolean
}

function placeActivity(record: Kept<'activity'>, { zone, now, ownerOf, isTheirs }: Told): BookActivity {
  const { path, customer = '', value } = record
  const owner = ownerOf(record)
  const at = instantOf(value.date, zone)
  const isDay = value.date.length <= 10
  const held = isDone(value) && at <= now
  const [day, time] = isDay ? [value.date.slice(0, 10), ''] : [dayIn(zone, at), minuteIn(zone, at).slice(11)]
  return { path, customer, day, time, held, owner, ours: isTheirs(owner), value }
}

function placeAccount({ slug, path, value }: Kept<'customer'>, factsOf: ReturnType<typeof openFacts>): Account {
  const facts = factsOf(slug)
  const { health } = facts
  return {
    slug,
    path,
    name: value.name,
    owner: value.owner ?? null,
    lastTouch: facts.touches.at(-1),
    quietDays: facts.noActivity,
    health: health.score,
    because: sayHealth(health),
    live: value.archived === undefined && value.type !== 'former' && value.type !== 'vendor',
  }
}

/** The two weakest parts of a health in words. */
function sayHealth({ byHand, parts }: Health): string {
  if (byHand) return 'set by hand'
  const told = parts.filter(({ value }) => value !== null).sort((a, b) => a.value! - b.value! || b.weight - a.weight)
  return told
    .slice(0, 2)
    .map(({ because }) => because)
    .join('; ')
}
