import type * as z from 'zod'
import { Activity } from './kinds/activity.ts'
import { Assertions } from './kinds/assertions.ts'
import { Checks } from './kinds/checks.ts'
import { Contact } from './kinds/contact.ts'
import { Customer } from './kinds/customer.ts'
import { Deal } from './kinds/deal.ts'
import { DocumentMeta } from './kinds/document.ts'
import { Episode } from './kinds/episode.ts'
import { TeamFields } from './kinds/fields.ts'
import { HealthWeights } from './kinds/health.ts'
import { ImportMap } from './kinds/import-map.ts'
import { Known } from './kinds/known.ts'
import { Person } from './kinds/person.ts'
import { Products } from './kinds/products.ts'
import { Prospect } from './kinds/prospect.ts'
import { Query } from './kinds/query.ts'
import { Quotas } from './kinds/quotas.ts'
import { Rates } from './kinds/rates.ts'
import { Report } from './kinds/report.ts'
import { Suppression } from './kinds/suppression.ts'
import { Territories } from './kinds/territories.ts'
import { Tier } from './kinds/tier.ts'
import { Trigger } from './kinds/trigger.ts'
import { Workflow } from './kinds/workflow.ts'
import { WorkspaceSettings } from './kinds/workspace-settings.ts'
import { ownerless, reserved } from './reserved.ts'

type Kind = { plural: string; title: string; format: 'markdown' | 'yaml'; schema: () => z.ZodObject }

/** Every kind of file that is a record: its plural, its title for people, how it is written, and its schema. */
export const kinds = {
  customer: { plural: 'customers', title: 'Customer', format: 'markdown', schema: Customer },
  contact: { plural: 'contacts', title: 'Contact', format: 'markdown', schema: Contact },
  deal: { plural: 'deals', title: 'Deal', format: 'markdown', schema: Deal },
  activity: { plural: 'activities', title: 'Activity', format: 'markdown', schema: Activity },
  document: { plural: 'documents', title: 'Document', format: 'yaml', schema: DocumentMeta },
  prospect: { plural: 'prospects', title: 'Prospect', format: 'yaml', schema: Prospect },
  workflow: { plural: 'workflows', title: 'Workflow', format: 'yaml', schema: Workflow },
  person: { plural: 'people', title: 'Person', format: 'yaml', schema: Person },
  territories: { plural: 'territories', title: 'Territories', format: 'yaml', schema: Territories },
  quotas: { plural: 'quotas', title: 'Quotas', format: 'yaml', schema: Quotas },
  rates: { plural: 'rates', title: 'Exchange rates', format: 'yaml', schema: Rates },
  products: { plural: 'products', title: 'Products', format: 'yaml', schema: Products },
  suppression: { plural: 'suppressions', title: 'Suppression list', format: 'yaml', schema: Suppression },
  import: { plural: 'imports', title: 'Import map', format: 'yaml', schema: ImportMap },
  health: { plural: 'healths', title: 'Health weights', format: 'yaml', schema: HealthWeights },
  checks: { plural: 'checks', title: 'Checks', format: 'yaml', schema: Checks },
  assertions: { plural: 'assertions', title: 'Assertions', format: 'yaml', schema: Assertions },
  trigger: { plural: 'triggers', title: 'Rules', format: 'yaml', schema: Trigger },
  episode: { plural: 'episodes', title: 'Episode', format: 'yaml', schema: Episode },
  known: { plural: 'known', title: 'Known pairs', format: 'yaml', schema: Known },
  query: { plural: 'queries', title: 'Query', format: 'yaml', schema: Query },
  report: { plural: 'reports', title: 'Report', format: 'markdown', schema: Report },
  tier: { plural: 'tiers', title: 'Context size', format: 'markdown', schema: Tier },
  workspace: { plural: 'workspaces', title: 'Workspace', format: 'yaml', schema: WorkspaceSettings },
  fields: { plural: 'fields', title: "The team's own fields", format: 'yaml', schema: TeamFields },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof kinds

/** The type of a record's value by its kind: `RecordOf['deal']` is `Deal`. */
export type RecordOf = { [K in KindName]: z.infer<ReturnType<(typeof kinds)[K]['schema']>> }

export const kindNames = Object.keys(kinds) as KindName[]

const folder = `(?!(?:${reserved.join('|')})/)[^/]+`
const owner = `customers/(?!(?:${ownerless.join('|')})/)[^/]+`

/** Where each kind lies. The order decides nothing: no path fits two. The first group is the slug. */
const places: Record<KindName, RegExp> = {
  customer: new RegExp(`^customers/(${folder})/customer\\.md$`),
  contact: new RegExp(`^${owner}/contacts/([^/]+)\\.md$`),
  deal: new RegExp(`^${owner}/deals/([^/]+)\\.md$`),
  activity: new RegExp(`^${owner}/activities/([^/]+)\\.md$`),
  document: new RegExp(`^customers/${folder}/documents/(?!context/)(?:.+/)?([^/]+)\\.meta\\.yaml$`),
  prospect: /^customers\/prospects\/[0-9a-f]{2}\/([^/]+)\.yaml$/,
  workflow: /^customers\/workflows\/([^/]+)\.yaml$/,
  person: /^workspace-setup\/people\/([^/]+)\.yaml$/,
  territories: /^workspace-setup\/(territories)\.yaml$/,
  quotas: /^workspace-setup\/quotas\/([^/]+)\.yaml$/,
  rates: /^workspace-setup\/(rates)\.yaml$/,
  products: /^sales-toolkit\/(products)\.yaml$/,
  suppression: /^workspace-setup\/compliance\/(suppression)\.yaml$/,
  import: /^workspace-setup\/integrations\/imports\/([^/]+)\.yaml$/,
  health: /^workspace-setup\/processes\/(health)\.yaml$/,
  checks: /^workspace-setup\/processes\/(checks)\.yaml$/,
  assertions: /^workspace-setup\/processes\/(assertions)\.yaml$/,
  trigger: /^(?:workspace-setup|personal(?:\/[^/]+)?)\/triggers\/([^/]+)\.yaml$/,
  episode: /^reporting\/pulse\/([^/]+)\.yaml$/,
  known: /^reporting\/pulse\/known\/[^/]+\/([^/]+)\.yaml$/,
  query: /^(?:workspace-setup|personal(?:\/[^/]+)?)\/queries\/([^/]+)\.yaml$/,
  report: /^reporting\/templates\/(?!README\.md$)([^/]+)\.md$/,
  tier: /^customers\/templates\/(?!README\.md$)([^/]+)\.md$/,
  workspace: /^workspace-setup\/(workspace)\.yaml$/,
  fields: /^workspace-setup\/(fields)\.yaml$/,
}

/** What kind of record lies at a path (from the workspace's root, with `/`); undefined for any other file. */
export const kindOf = (path: string): KindName | undefined => kindNames.find((kind) => places[kind].test(path))

const builders = {
  customer: ({ slug }) => `customers/${slug}/customer.md`,
  contact: ({ slug, customer }) => `customers/${customer}/contacts/${slug}.md`,
  deal: ({ slug, customer }) => `customers/${customer}/deals/${slug}.md`,
  activity: ({ slug, customer }) => `customers/${customer}/activities/${slug}.md`,
  workflow: ({ slug }) => `customers/workflows/${slug}.yaml`,
  person: ({ slug }) => `workspace-setup/people/${slug}.yaml`,
} as const satisfies { [K in KindName]?: (named: { slug: string; customer: string }) => string }

const isPlainName = (name: string) => !/^\.|\.\.|[/\\]|\p{Cc}/u.test(name)

/** The path of a record that a file names; undefined when what it says is no plain name, so that it cannot lead elsewhere. */
export function recordPath(
  kind: keyof typeof builders,
  { slug, customer = '' }: { slug: string; customer?: string },
): string | undefined {
  const path = builders[kind]({ slug, customer })
  return isPlainName(slug) && isPlainName(customer) && kindOf(path) === kind ? path : undefined
}

/** The slug in a record's path: the folder of a customer, else the name of the file without its ending. */
export function slugInPath(path: string): string {
  const kind = kindOf(path)
  return (kind && places[kind].exec(path)?.[1]) ?? path.replace(/^.*\//, '').replace(/\.(?:meta\.yaml|ya?ml|md)$/, '')
}
