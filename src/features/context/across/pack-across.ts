import { sayCount } from '../../../formulas/say-figure.ts'
import type { Across, SectionName } from '../../../records/kinds/tier.ts'
import type { Problem } from '../../../records/problem.ts'
import type { Place } from '../../../workspace/place.ts'
import { buildContext, type Context } from '../fit/build-context.ts'
import { measureForm } from '../fit/measure-form.ts'
import type { Item } from '../item.ts'
import { type OpenTier, openTier } from '../read-tier.ts'
import { type Format, openForm } from '../tell/open-form.ts'
import { gatherAccounts } from './gather-accounts.ts'
import { gatherPipeline } from './gather-pipeline.ts'
import { gatherSegment } from './gather-segment.ts'
import { gatherWeek } from './gather-week.ts'
import { openOverview } from './open-overview.ts'
import type { AskedAcross, Overview } from './overview.ts'
import { setObjectionsApart } from './set-objections-apart.ts'

type Asked = AskedAcross & {
  /** Tokens; absent, the tier's own. */
  budget?: number | undefined
  /** The tokens of the model for one of o200k. */
  factor: number
  /** What it is written as; absent, Markdown by the tier's template. */
  format?: Format | undefined
  /** Who asks, by slug, where that is known: only their own private notes may be looked at. */
  asker?: string | undefined
}

/** A pack across customers: what it tells, of how many, and what was found wrong on the way. */
export type AcrossPack = {
  for: Across
  tier: string
  budget: number
  customers: number
  deals: number
  context: Context
  /** What a condition could not judge. */
  unjudged?: Overview['unjudged']
  /** How many secrets were taken out. */
  removed: number
  problems: Problem[]
}

/** The sections that are computed for many at once; of all others each customer tells its own. */
const computed: Record<Across, readonly SectionName[]> = {
  'team-pipeline': ['figures', 'deals'],
  'my-week': ['meetings', 'due', 'closing', 'renewals', 'quiet', 'alerts', 'deals'],
  segment: ['figures', 'facts', 'health', 'deals', 'competitors', 'objections'],
}

/** Packs many customers into one budget. Throws a Failure for a template, a condition or a budget that cannot be used. */
export async function packAcross(place: Place, tier: OpenTier & { for: Across }, asked: Asked): Promise<AcrossPack> {
  const open = (customer: string) => openForm(asked.format ?? 'md', tier, { customer, asOf: asked.today })
  const overview = await openOverview(place, tier.for, { ...asked, measured: measureForm(open('')) })
  const budget = asked.budget ?? tier.budget
  const { items: own, ranked, nothing, problems } = await gatherFor(overview, { budget, me: asked.asker })
  const wanted = new Set(tier.sections.map(({ name }) => name))
  const theirOwn = new Set([...wanted].filter((name) => !computed[tier.for].includes(name)))
  if (wanted.has('objections')) theirOwn.add('competition')
  const accounts = gatherAccounts(overview, ranked, {
    budget,
    sections: theirOwn,
    own: own.filter(({ section }) => wanted.has(section)),
  })
  const theirs = wanted.has('objections') ? setObjectionsApart(accounts.items) : accounts.items
  const all = withoutRepeats([...own, ...theirs])
  const told = all.length > 0 ? all : [sayNothing(nothing, tier)]
  const context = buildContext(told, tier, { form: open(titleOf(overview)), budget, factor: asked.factor })
  return {
    for: tier.for,
    tier: tier.slug,
    budget,
    customers: overview.customers.size,
    deals: overview.openDeals.length,
    context,
    ...(overview.unjudged && { unjudged: overview.unjudged }),
    removed: overview.clean.removed() + accounts.removed,
    problems: problemsOnce([...overview.problems(), ...problems, ...accounts.problems]),
  }
}

/** Opens the template of a context across customers. Throws a Failure that lists them, or that says what is wrong in the file. */
export async function openAcrossTier(place: Place, name: string): Promise<OpenTier & { for: Across }> {
  const tier = await openTier(place, name, 'across')
  return { ...tier, for: tier.for as Across }
}

const gatherFor = (overview: Overview, asked: { budget: number; me: string | undefined }) => {
  const by = { 'team-pipeline': gatherPipeline, 'my-week': gatherWeek, segment: gatherSegment }
  return Promise.resolve(by[overview.of](overview, asked)).then((found) => ({ problems: [] as Problem[], ...found }))
}

/** What a context of many is called. */
function titleOf({ of, whose, where, customers, clean }: Overview): string {
  const who = whose ? ` of ${whose.name}` : ''
  const which = where ? `: ${where}` : ''
  const called = {
    'team-pipeline': `Pipeline${who || ' of the team'}${which}`,
    'my-week': `Week${who}${which}`,
    segment: `Segment${who}${which}`,
  }
  return clean.line(`${called[of].slice(0, 120)} (${sayCount(customers.size, 'customer')})`).toWellFormed()
}

/** The same line of the same file is told once, where it was computed first. */
function withoutRepeats(items: readonly Item[]): Item[] {
  const told = new Set<string>()
  return items.filter(({ section, first: { text, sources } }) => {
    if (section === 'figures' || sources.length === 0) return true
    const key = `${text.replace(/^[^:]*: /, '')} ${sources.map(({ path, line }) => `${path}:${line}`).join(' ')}`
    const isNew = !told.has(key)
    told.add(key)
    return isNew
  })
}

const sayNothing = (text: string, tier: OpenTier): Item => ({
  section: tier.sections[0]?.name ?? 'figures',
  path: tier.path,
  first: { text, sources: [] },
  more: [],
  value: 1,
})

const problemsOnce = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((one) => [`${one.path}:${one.line}:${one.column}:${one.message}`, one])).values(),
]
