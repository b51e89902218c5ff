import type { Scope } from '../../records/condition/step.ts'
import { dayIn, daysBetween } from '../../records/days/calendar.ts'
import { readActivityName } from '../../records/file-name.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import type { Task } from '../../records/kinds/task.ts'
import type { WorkspaceSettings } from '../../records/kinds/workspace-settings.ts'
import type { Problem } from '../../records/problem.ts'
import { type Facts, openFacts, openFirstDays } from '../../workspace/book/facts.ts'
import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import { type Kept, readAll } from '../../workspace/records.ts'
import { computedOf, scopeAmong } from '../../workspace/scope.ts'
import { customerIn, recordPaths } from '../../workspace/tree.ts'
import { tellOpen } from '../../workspace/workflows.ts'

type Kind = 'customer' | 'contact' | 'deal' | 'activity'

/** What a rule is asked of: a record, or a task in one. `key` is how its episodes know it. */
export type Subject = { key: string; record: Kept<Kind>; task?: Task; customer?: string }

type Asked = {
  people: People
  settings: WorkspaceSettings
  team: TeamFields | undefined
  now: Date
}

/** An earlier day, and whose own rule asks. */
type When = { day?: string; me?: string | undefined }

/** The tree as rules look at it: each file is read once, and none before a rule asks for it. */
export type Tree = ReturnType<typeof openTree>

/** Opens the tree for rules. `problems` fills as files are read. */
export function openTree(place: Place, { people, settings, team, now }: Asked) {
  const problems: Problem[] = []
  const read = new Map<string, Kept | undefined>()
  const open = <K extends Kind>(kind: K, path: string): Kept<K> | undefined => {
    if (!read.has(path)) {
      const listing = readAll(place, kind, [path], team)
      problems.push(...listing.problems)
      read.set(path, listing.records[0])
    }
    return read.get(path) as Kept<K> | undefined
  }
  const listed = new Map<string, Kept[]>()
  const all = <K extends Kind>(kind: K, customer = ''): Kept<K>[] => {
    const key = `${kind} ${customer}`
    const known = listed.get(key) ?? recordPaths(place, kind, customer || undefined).flatMap((path) => open(kind, path) ?? [])
    listed.set(key, known)
    return known as Kept<K>[]
  }
  const beside = <K extends Kind>(kind: K, customer: string): Kept<K>[] =>
    kind === 'customer' && customer === '_unassigned' ? [] : all(kind, customer)
  const customerOf = (slug: string) => beside('customer', slug)[0]
  const ownerOf = ({ record, customer = '_unassigned' }: Subject) => {
    const { deal: named, owner } = record.value as { deal?: string; owner?: string }
    const deal = record.kind === 'activity' && named ? beside('deal', customer).find(({ slug }) => slug === named) : undefined
    return (record.kind === 'deal' && owner) || deal?.value.owner || customerOf(customer)?.value.owner
  }
  const isOpen = tellOpen(place)
  const zoneOf = (subject: Subject) => {
    const owner = ownerOf(subject)
    const slug = owner && people.find(owner)
    return (slug && people.zoneOf(slug)) || settings.timezone
  }
  const facts = new Map<string, ReturnType<typeof openFacts>>()
  const factsIn = (zone: string) => {
    const known = facts.get(zone) ?? openFacts(place, { now, zone, settings, people, team, beside, isOpen })
    facts.set(zone, known)
    return known
  }
  const firstDay = openFirstDays(place)

  /** What a condition may look at; on an earlier day the files are as they are, and what health was then is not known. */
  const scopeOn = (subject: Subject, { day, me }: When = {}): Scope => {
    const { record, task, customer = '_unassigned' } = subject
    const zone = zoneOf(subject)
    const today = day ?? dayIn(zone, now)
    const factsOf = (slug: string) =>
      day === undefined ? factsIn(zone)(slug) : factsBefore(factsIn(zone)(slug), day, dayIn(zone, now))
    const computed = computedOf(record, { factsOf, firstDay: (path) => firstDay(path, zone), today })
    if (task) Object.defineProperty(computed, 'text', { value: task.text.toLowerCase() })
    const scope = scopeAmong(record, { today, zone, me, computed }, (kind) => beside(kind, customer))
    return task ? Object.defineProperty(scope, 'task', { value: task }) : scope
  }
  return {
    place,
    problems,
    open,
    all,
    beside,
    customerOf,
    /** Whose it is: the owner of the deal it is or names, else of the customer. */
    ownerOf,
    /** Whether a deal may still be won. */
    isOpen,
    zoneOf,
    scopeOn,
    todayOf: (subject: Subject) => dayIn(zoneOf(subject), now),
    healthOf: (subject: Subject) => factsIn(zoneOf(subject))(subject.customer ?? '_unassigned').health,
    now,
    /** Activities of one customer or all that are dated not before a day, by their names where these tell. */
    activitiesSince: (day: string, customer?: string) =>
      recordPaths(place, 'activity', customer)
        .filter((path) => (readActivityName(path)?.date ?? day) >= day)
        .flatMap((path) => open('activity', path) ?? []),
    /** Files that are there and could not be used: what is said of them is not known. */
    isUnread: (path: string) => read.has(path) && read.get(path) === undefined,
  }
}

/** What was computed of a customer on an earlier day, as far as the touches up to then tell. */
function factsBefore(facts: Facts, day: string, today: string): Facts {
  const { touches, noActivity } = facts
  const seen = touches.findLast((touch) => touch.day <= day)?.day
  const begun = touches.length === 0 && noActivity !== null ? noActivity - daysBetween(day, today) : -1
  return {
    touches: touches.filter((touch) => touch.day <= day),
    noActivity: seen ? daysBetween(seen, day) : begun >= 0 ? begun : null,
    get health() {
      const { health } = facts
      return health.byHand ? health : { ...health, score: null }
    },
  }
}

/** A record as a subject. */
export function subjectOf(record: Kept<Kind>): Subject {
  const customer = record.customer ?? customerIn(record.path)
  return { key: record.path, record, ...(customer && customer !== '_unassigned' && { customer }) }
}
