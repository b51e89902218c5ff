import { peopleFieldsOf } from '../../records/kinds/people-fields.ts'
import { type ReferenceTarget, referenceFieldsOf, referencePlaces } from '../../records/kinds/reference-fields.ts'
import { nearest } from '../../records/nearest.ts'
import type { FieldPath } from '../../records/plan.ts'
import { sayPath } from '../../records/schema/say-issue.ts'
import type { Kept } from '../records.ts'
import { type Found, textsAt } from './found.ts'
import type { Known } from './known.ts'

type Target = ReferenceTarget | 'person'

/** What a record names that is not there, and people it names otherwise than by their slug. */
export function judgeReferences(record: Kept, known: Known): Found[] {
  const people = peopleFieldsOf(record.kind, known.team).map((name): [string, Target] => [name, 'person'])
  return [...people, ...referenceFieldsOf(record.kind, known.team)].flatMap(([field, target]) =>
    textsAt(record.value, field.split('.')).flatMap(([at, name]) => judge(record, at, name, target, known) ?? []),
  )
}

function judge(record: Kept, field: FieldPath, name: string, target: Target, known: Known): Found | undefined {
  if (target === 'person') return judgePerson(field, name, known)
  if (target === 'customer')
    return known.has(`customers/${name}/customer.md`)
      ? undefined
      : lost(field, `there is no customer "${name}"`, name, known.customers, known)
  const owner = record.customer ?? '_unassigned'
  if (referencePlaces(owner, name, target).some(known.has)) return undefined
  const whose = owner === '_unassigned' ? 'no customer has been assigned yet, and _unassigned' : owner
  return lost(field, `${whose} has no ${target} "${name}"`, name, known.slugsOf(owner, target), known)
}

function judgePerson(field: FieldPath, name: string, known: Known): Found | undefined {
  if (known.persons.includes(name)) return undefined
  const slug = known.people.find(name)
  if (slug)
    return {
      code: 'person-alias',
      field,
      message: `${sayPath(field)}: "${name}" stands for ${slug}; records name people by their slug.`,
      expected: slug,
    }
  if (known.persons.length > 0) return lost(field, `there is no person "${name}"`, name, known.persons, known)
  known.lacking.set('person', (known.lacking.get('person') ?? 0) + 1)
  return undefined
}

function lost(field: FieldPath, message: string, name: string, there: readonly string[], { looks }: Known): Found {
  const like = there.length < 500 || looks.left-- > 0 ? nearest(name, there) : []
  const some = like.length > 0 ? like : there.slice(0, 8)
  const expected = some.length > 1 ? `one of ${some.join(', ')}` : some[0]
  return { code: 'reference-missing', field, message: `${sayPath(field)}: ${message}.`, ...(expected && { expected }) }
}
