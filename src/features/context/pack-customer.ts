import type { TeamFields } from '../../records/kinds/fields.ts'
import type { WorkspaceSettings } from '../../records/kinds/workspace-settings.ts'
import type { Problem } from '../../records/problem.ts'
import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import type { Kept } from '../../workspace/records.ts'
import { buildContext, type Context } from './fit/build-context.ts'
import type { Removed } from './gather/clean.ts'
import { gather } from './gather/gather.ts'
import { openGathering } from './gather/open-gathering.ts'
import type { Item } from './item.ts'
import { openTier } from './read-tier.ts'
import { type Format, openForm } from './tell/open-form.ts'

/** What is asked of a pack; `today` is a day in the workspace's zone, `factor` the tokens of the model for one of o200k. */
export type Asked = {
  tier: string
  /** Tokens; absent, the tier's own. */
  budget?: number | undefined
  /** What it is for, in words; empty for nothing special. */
  task: string
  today: string
  now: Date
  factor: number
  /** What it is written as; absent, Markdown by the tier's template. */
  format?: Format | undefined
  people: People
  settings: WorkspaceSettings
  team: TeamFields | undefined
  /** Whose notes of their own it tells: of whoever asks in a terminal, and absent in all that is kept, sent or for others. */
  notesOf?: string | undefined
}

/** A pack of one customer: what it tells, all that it could have told, and what was found wrong on the way. */
export type Pack = {
  tier: string
  budget: number
  context: Context
  items: Item[]
  /** How many secrets were taken out. */
  removed: number
  /** What they were and where they stand, never themselves. */
  secrets: Removed[]
  problems: Problem[]
}

/** Packs what is known of a customer into a budget. Throws a Failure for an unknown tier, a broken template, or a budget below its frame. */
export async function packCustomer(place: Place, customer: Kept<'customer'>, asked: Asked): Promise<Pack> {
  const tier = await openTier(place, asked.tier)
  const budget = asked.budget ?? tier.budget
  const sections = new Set(tier.sections.map(({ name }) => name))
  const journeyDays = sections.has('journey') ? (budget > 10_000 ? 1_500 : 125) : undefined
  const { gathering, parent, computed, ...cleaned } = openGathering(place, customer, { ...asked, journeyDays })
  const items = gather(place, gathering, { computed, parent, task: asked.task, notesOf: asked.notesOf, sections })
  const called = gathering.clean.line(customer.value.name).slice(0, 80).toWellFormed()
  const form = openForm(asked.format ?? 'md', tier, { customer: called, asOf: asked.today })
  const context = buildContext(items, tier, { form, budget, factor: asked.factor })
  const secrets = cleaned.secrets()
  return {
    tier: tier.slug,
    budget,
    context,
    items,
    removed: secrets.length,
    secrets,
    problems: [...gathering.problems, ...(parent?.problems ?? [])],
  }
}

/** Where the saved pack of a tier lies: git ignores it, and nothing reads it back as a fact. */
export const packPath = (customer: string, tier: string, format: Format = 'md') =>
  `customers/${customer}/documents/context/${tier}.${format}`
