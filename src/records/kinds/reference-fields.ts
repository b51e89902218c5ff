import type { KindName } from '../kinds.ts'
import { teamFieldsOf } from '../schema/schema-of.ts'
import type { TeamFields } from './fields.ts'

/** The kinds of records that fields name by slug, people apart. */
export type ReferenceTarget = 'customer' | 'contact' | 'deal'

const builtIn: Partial<Record<KindName, Record<string, ReferenceTarget>>> = {
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

const targets = new Set<string>(['customer', 'contact', 'deal'] satisfies ReferenceTarget[])

/** The fields of a kind that name another record, the team's own included; `*` stands for each item. */
export const referenceFieldsOf = (kind: KindName, team?: TeamFields): [field: string, target: ReferenceTarget][] => [
  ...Object.entries(builtIn[kind] ?? {}),
  ...Object.entries(teamFieldsOf(kind, team)).flatMap(([name, { type }]): [string, ReferenceTarget][] =>
    targets.has(type) ? [[name, type as ReferenceTarget]] : [],
  ),
]

/** Where the record that a field names may lie: by slug at the same customer, as customer/slug, or by path. */
export function referencePlaces(customer: string, name: string, target: ReferenceTarget): string[] {
  if (target === 'customer') return [`customers/${name}/customer.md`]
  const [owner, slug] = name.replace(/\.md$/, '').split('/')
  return [
    `customers/${customer}/${target}s/${name}.md`,
    `customers/${owner}/${target}s/${slug}.md`,
    name,
    `customers/${customer}/${name}`,
  ]
}
