import type { TeamFields } from '../../../records/kinds/fields.ts'
import type { WorkspaceSettings } from '../../../records/kinds/workspace-settings.ts'
import { openFacts } from '../../../workspace/book/facts.ts'
import type { People } from '../../../workspace/people.ts'
import type { Place } from '../../../workspace/place.ts'
import { type Kept, openRecord } from '../../../workspace/records.ts'
import { openTasks } from '../../../workspace/tasks.ts'
import { isCustomer } from '../../../workspace/tree.ts'
import { tellOutcome } from '../../../workspace/workflows.ts'
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

function compute(place: Place, gathering: Gathering, { now, settings, people, team }: Asked): Computed {
  const { customer, deals, activities, outcomeOf: tell } = gathering
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
    isOpen: (deal) => tell(deal) === 'open',
  })(customer.slug)
  return { tasks: openTasks(place, customer.slug), touches, noActivity, health }
}
