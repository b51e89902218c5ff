import type { Scope } from '../../records/condition/step.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import type { Task } from '../../records/kinds/task.ts'
import type { WorkspaceSettings } from '../../records/kinds/workspace-settings.ts'
import { once } from '../../records/once.ts'
import type { People } from '../people.ts'
import type { Place } from '../place.ts'
import type { Kept } from '../records.ts'
import { openComputed, scopeAmong } from '../scope.ts'
import type { Beside, BesideOf } from './open-beside.ts'

/** Who asks, when, and on whose clock. */
export type Asker = {
  now: Date
  zone: string
  today: string
  me?: string | undefined
  settings: WorkspaceSettings
  people: People
  team: TeamFields | undefined
}

/** Opens what a condition of a list may look at. Nothing is read before the condition asks for it. */
export function openScopes(place: Place, asker: Asker, beside: BesideOf) {
  const computed = once(() => openComputed(place, { ...asker, beside }))
  const computedOf = (record: Kept<Beside>) => computed()(record)
  const scopeOf = (record: Kept<Beside>): Scope => {
    const lazily = {
      get no_activity() {
        return computedOf(record).no_activity ?? null
      },
      get health_score() {
        return computedOf(record).health_score ?? null
      },
      get text() {
        return computedOf(record).text ?? null
      },
    }
    const { today, zone, me, now } = asker
    const scope = scopeAmong(record, { today, zone, me, computed: lazily }, (kind) => beside(kind, record.customer ?? ''))
    return Object.assign(scope, { now })
  }
  /** The same of a task: what is computed is that of its customer, where it has one. */
  const scopeOfTask = (task: Placed, inFile: readonly Task[]): Scope => {
    const own: PropertyDescriptorMap = {
      task: { value: task },
      tasks: { value: inFile },
      text: { value: task.text.toLowerCase() },
    }
    const none: PropertyDescriptorMap = task.customer ? {} : { no_activity: { value: null }, health_score: { value: null } }
    return Object.defineProperties(scopeOf(standIn(task)), { ...own, ...none })
  }
  const computedOfTask = (task: Placed) => (task.customer ? computedOf(standIn(task)) : {})
  return { scopeOf, scopeOfTask, computedOf, computedOfTask }
}

type Placed = Task & { customer?: string }

/** A task has no record of its own: what is asked of its customer is asked of this. */
const standIn = ({ path, customer }: Placed) =>
  ({
    kind: 'activity',
    path,
    slug: '',
    value: {},
    body: '',
    text: '',
    ...(customer && { customer }),
  }) as unknown as Kept<'activity'>
