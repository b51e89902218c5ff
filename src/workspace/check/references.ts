import { peopleFieldsOf } from '../../records/kinds/people-fields.ts'
import type { KindName } from '../../records/kinds.ts'
import { nearest } from '../../records/nearest.ts'
import type { FieldPath } from '../../records/plan.ts'
import { sayPath } from '../../records/schema/say-issue.ts'
import { teamFieldsOf } from '../../records/schema/schema-of.ts'
import type { Kept } from '../records.ts'
import { type Found, textsAt } from './found.ts'
import type { Known } from './known.ts'

type Target = 'person' | 'customer' | 'contact' | 'deal'

/** Fields that name another record than a person. `*` stands for each item. */
const references: Partial<Record<KindName, Record<string, Target>>> = {
  customer: { parent: 'customer' },
  contact: { reports_to: 'contact', moved_to: 'customer' },
  deal: {
    primary_contact: 'contact',
    'people.*.contact': 'contact',
    'meddpicc.*.contact': 'contact',
    'partners.*.customer': 'customer',
    renews: 'deal',
  },
  activity: { deal: 'deal' },
  document: { deal: 'deal' },
  prospect: { customer: 'customer' },
}

const targets = new Set<string>(['customer', 'contact', 'deal'] satisfies Target[])

/** What a record names that is not there, and people it names otherwise than by their slug. */
export function judgeReferences(record: Kept, known: Known): Found[] {
  const own = Object.entries(teamFieldsOf(record.kind, known.team)).flatMap(([name, { type }]): [string, Target][] =>
    targets.has(type) ? [[name, type as Target]] : [],
  )
  const people = peopleFieldsOf(record.kind, known.team).map((name): [string, Target] => [name, 'person'])
  return [...people, ...Object.entries(references[record.kind] ?? {}), ...own].flatMap(([field, target]) =>
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
  if (candidates(owner, name, target).some(known.has)) return undefined
  const whose = owner === '_unassigned' ? 'no customer has been assigned yet, and _unassigned' : owner
  return lost(field, `${whose} has no ${target} "${name}"`, name, known.slugsOf(owner, target), known)
}

function judgePerson(field: FieldPath, name: string, known: Known): Found | undefined {
  if (known.persons.includes(name)) return undefined
  const slug = known.people.find(name)
  if (slug)
    return {
      field,
      message: `${sayPath(field)}: "${name}" stands for ${slug}; records name people by their slug.`,
      expected: slug,
      severity: 'warning',
    }
  if (known.persons.length > 0) return lost(field, `there is no person "${name}"`, name, known.persons, known)
  known.lacking.set('person', (known.lacking.get('person') ?? 0) + 1)
  return undefined
}

function lost(field: FieldPath, message: string, name: string, there: readonly string[], { looks }: Known): Found {
  const like = there.length < 500 || looks.left-- > 0 ? nearest(name, there) : []
  const some = like.length > 0 ? like : there.slice(0, 8)
  const expected = some.length > 1 ? `one of ${some.join(', ')}` : some[0]
  return { field, message: `${sayPath(field)}: ${message}.`, ...(expected && { expected }), severity: 'error' }
}

/** Where a contact or deal may lie: by slug at the same customer, as customer/slug, or by path. */
function candidates(customer: string, name: string, target: 'contact' | 'deal'): string[] {
  const folder = `${target}s`
  const [owner, slug] = name.replace(/\.md$/, '').split('/')
  return [
    `customers/${customer}/${folder}/${name}.md`,
    `customers/${owner}/${folder}/${slug}.md`,
    name,
    `customers/${customer}/${name}`,
  ]
}
