import type { TeamFields } from '../../records/kinds/fields.ts'
import { outcomeOf, type Stage } from '../../records/kinds/workflow.ts'
import type { WorkspaceSettings } from '../../records/kinds/workspace-settings.ts'
import { recordPath } from '../../records/kinds.ts'
import { openFacts } from '../../workspace/book/facts.ts'
import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import { type Kept, listRecords, openRecord, readAll } from '../../workspace/records.ts'
import { openTasks } from '../../workspace/tasks.ts'
import { isCustomer, isThere } from '../../workspace/tree.ts'
import { chooseWorkflow } from '../../workspace/workflows.ts'
import { type Clean, openClean } from './clean.ts'
import type { Computed } from './gather-next.ts'
import type { Gathering } from './gathering.ts'
import { openNames } from './names.ts'
import { readCustomer } from './read-customer.ts'
import { takeOnce } from './take-once.ts'

type Asked = {
  budget: number
  today: string
  now: Date
  people: People
  settings: WorkspaceSettings
  team: TeamFields | undefined
}

/** However small the budget, so many activities are read. */
const fewest = 400

/** No activity's first line is cheaper than this many tokens, its citation included: more of them than fit need not be read. */
const cheapest = 25

/** Health looks back this many days. */
const lookBack = 125

/** Reads a customer, and what its parent shares, as a context needs them; and computes what is computed. */
export function openGathering(place: Place, customer: Kept<'customer'>, asked: Asked) {
  const clean = openClean()
  const since = new Date(Date.parse(`${asked.today}T00:00:00Z`) - lookBack * 86_400_000).toISOString().slice(0, 10)
  const read = { team: asked.team, most: Math.max(fewest, Math.ceil(asked.budget / cheapest)), since }
  const tell = tellOutcome(place)
  const open = (of: Kept<'customer'>) => gatheringOf(place, of, { ...asked, ...read, clean, tell })
  const gathering = open(customer)
  const parent = sharedParent(place, customer, asked.team)
  return {
    gathering,
    parent: parent && open(parent),
    computed: compute(place, gathering, asked),
    removed: clean.removed,
  }
}

type Opening = Asked & { most: number; since: string; clean: Clean; tell: Gathering['outcomeOf'] }

function gatheringOf(
  place: Place,
  customer: Kept<'customer'>,
  { clean, tell, people, today, settings, ...asked }: Opening,
): Gathering {
  const material = readCustomer(place, customer, asked)
  return {
    ...material,
    today,
    currency: settings.currency,
    clean,
    nameOf: openNames(material.contacts, people),
    outcomeOf: tell,
    openDeals: material.deals.filter((deal) => !deal.value.archived && tell(deal) === 'open'),
    said: takeOnce(material.activities, clean),
  }
}

/** The parent of a customer, where it shares its files with its group (model.md, Records). */
function sharedParent(
  place: Place,
  { slug, value }: Kept<'customer'>,
  team: TeamFields | undefined,
): Kept<'customer'> | undefined {
  const { parent } = value
  if (!parent || parent === slug || !/^[^/\\.]+$/.test(parent) || !isCustomer(place, parent)) return undefined
  const record = openRecord(place, 'customer', `customers/${parent}/customer.md`, team)
  return record.value.share === 'group' && record.slug !== slug ? record : undefined
}

function compute(place: Place, { customer, deals, activities }: Gathering, { now, settings, people, team }: Asked): Computed {
  const own = { customer: [customer], deal: deals, activity: activities }
  const beside = <K extends 'customer' | 'deal' | 'activity'>(kind: K) => own[kind] as unknown as Kept<K>[]
  const { touches, noActivity, health } = openFacts(place, {
    now,
    zone: settings.timezone,
    settings,
    people,
    team,
    only: customer.slug,
    beside,
  })(customer.slug)
  return { tasks: openTasks(place, customer.slug), touches, noActivity, health }
}

/** Tells of one deal after the other whether it is open, won or lost; each workflow is read once. */
function tellOutcome(place: Place): Gathering['outcomeOf'] {
  const known = new Map<string, readonly Stage[]>()
  const pathOf = (name: string) => recordPath('workflow', { slug: name })
  const shelf = {
    has: (name: string) => pathOf(name) !== undefined && isThere(place, pathOf(name)!),
    get: (name: string) => readAll(place, 'workflow', [pathOf(name)!]).records[0],
    only: () => listRecords(place, 'workflow').records.find((one) => one.value.about === 'deal'),
  }
  return ({ value }) => {
    const name = value.workflow ?? ''
    if (!known.has(name)) known.set(name, chooseWorkflow('deal', value, shelf)?.value.stages ?? [])
    return outcomeOf(known.get(name)!, value.stage)
  }
}
