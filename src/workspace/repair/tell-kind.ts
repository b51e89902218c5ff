import { ActivityType } from '../../records/kinds/activity.ts'
import { isCalendarDay } from '../../records/kinds/field-types.ts'
import { type KindName, kinds } from '../../records/kinds.ts'
import { once } from '../../records/once.ts'

const told = ['customer', 'contact', 'deal', 'activity'] as const
type Told = (typeof told)[number]

/** The fields that records of one kind alone have. */
const own = once(() =>
  told.map((kind) => {
    const others = told.filter((other) => other !== kind).flatMap((other) => Object.keys(kinds[other].schema().shape))
    return { kind, fields: new Set(Object.keys(kinds[kind].schema().shape).filter((name) => !others.includes(name))) }
  }),
)

/** Fields that papers of all sorts have; alone they tell nothing. */
const weak = new Set(['title', 'date', 'subject', 'by', 'outcome', 'location', 'industry', 'lines', 'people'])

/** What kind of record a front matter plainly is: it has fields that only this kind has, what this kind needs, and none of another's. */
export function tellKind(data: Record<string, unknown>): Told | undefined {
  if (typeof data['redirect'] === 'string') return undefined
  const names = Object.keys(data).filter((name) => data[name] !== null)
  const hits = own().flatMap(({ kind, fields }) => {
    const found = names.filter((name) => fields.has(name))
    return found.length > 0 ? [{ kind, isStrong: found.length > 1 || !weak.has(found[0]!) }] : []
  })
  const [hit] = hits
  return hits.length === 1 && hit!.isStrong && hasNeeds(hit!.kind, data) ? hit!.kind : undefined
}

/** Whether a text could be of another kind than that of its place, by the names at the beginning of its lines; saves reading most. */
export function mayBeOther(kind: KindName, text: string): boolean {
  const names = new Set([...text.slice(0, 4000).matchAll(/^([a-z_]+):/gm)].map(([, name]) => name!))
  return own().some((one) => one.kind !== kind && one.fields.intersection(names).size > 0)
}

const hasNeeds = (kind: Told, { name, type, date }: Record<string, unknown>) =>
  kind === 'activity'
    ? ActivityType.safeParse(type).success && typeof date === 'string' && isCalendarDay(date)
    : typeof name === 'string'
