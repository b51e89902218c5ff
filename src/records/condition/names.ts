import { distance } from 'fastest-levenshtein'
import type { Kind, Scope, Shape } from './step.ts'

/** The field names known for each kind: the schema's, those of fields.yaml, and keys seen. */
export type Names = Partial<Record<Kind, readonly string[]>>

/** `where` is asked once and may say `now`; a `rule` knows time only as whole days. */
export type Clock = 'where' | 'rule'

/** A name that is always there: how it is read, and what is known of it. */
export type BuiltIn = { read: (scope: Scope) => unknown; shape?: Shape }

const lists = [
  ['deals', 'deal'],
  ['contacts', 'contact'],
  ['activities', 'activity'],
  ['tasks', 'task'],
] as const
const kinds: readonly Kind[] = ['customer', 'deal', 'contact', 'activity', 'task']
const plain = ['text', 'today', 'no_activity', 'health_score', 'me'] as const

/** The names that are always there for a subject of this kind, with what is known of them. They win over fields. */
export function listBuiltIns(about: Kind, clock: Clock): Map<string, BuiltIn> {
  const names = new Map<string, BuiltIn>()
  if (about === 'row')
    return names
      .set('row', { read: (scope) => scope.row, shape: { record: 'row' } })
      .set('today', { read: (scope) => scope.today })
  for (const name of plain) names.set(name, { read: (scope) => scope[name] })
  for (const [name, list] of lists) names.set(name, { read: (scope) => scope[name], shape: { list } })
  for (const name of ['before', 'after', about] as const)
    names.set(name, { read: (scope) => scope[name], shape: { record: about } })
  names.set('customer', { read: (scope) => scope.customer, shape: { record: 'customer' } })
  if (clock === 'where') names.set('now', { read: (scope) => scope.now })
  return names
}

/** Says why a name that means something elsewhere means nothing here; undefined when it is simply unknown. */
export function explainAbsence(name: string, about: Kind, clock: Clock): { message: string; expected: string } | undefined {
  if (name === 'type') return { message: '"type" alone could be any type; say whose.', expected: `${about}.type` }
  if (name === 'now' && clock === 'rule')
    return { message: '"now" is for --where; a rule counts whole days.', expected: 'today or days_since(…)' }
  if (kinds.some((kind) => kind === name))
    return { message: `There is no ${name} here: the condition is about one ${about}.`, expected: `${about} or customer` }
  return undefined
}

/** The names that exist, nearest first, for `expected` of a problem. */
export function suggestNames(name: string, among: Iterable<string>, most = 8): string {
  const far = new Map([...among].map((other) => [other, distance(name.toLowerCase(), other.toLowerCase())]))
  const near = [...far].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).slice(0, most)
  return near.length === 1 ? near[0]![0] : `one of ${near.map(([other]) => other).join(', ')}`
}
