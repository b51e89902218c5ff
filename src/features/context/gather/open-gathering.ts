import type { TeamFields } from '../../../records/kinds/fields.ts'
import type { WorkspaceSettings } from '../../../records/kinds/workspace-settings.ts'
import { type Facts, openFacts } from '../../../workspace/book/facts.ts'
import { readJourney } from '../../../workspace/book/read-journey.ts'
import type { People } from '../../../workspace/people.ts'
import type { Place } from '../../../workspace/place.ts'
import { type Kept, openRecord } from '../../../workspace/records.ts'
import { customerTasks } from '../../../workspace/tasks.ts'
import { tellOutcome, tellStages } from '../../../workspace/workflows.ts'
import { type Clean, openClean } from './clean.ts'
import type { Computed } from './gather-next.ts'
import type { Gathering } from './gathering.ts'
import { openNames } from './names.ts'
import { parentOf, readCustomer } from './read-customer.ts'
import { takeOnce } from './take-once.ts'

type Asked = {
  today: string
  now: Date
  people: People
  settings: WorkspaceSettings
  team: TeamFields | undefined
  /** What is computed of customers, where somebody asks about many: history is read once for all. */
  factsOf?: (customer: string) => Facts
  /** What a parent shares is left out: it would be told of each of its group. */
  alone?: boolean
  /** So many days of history are read for what changed; absent, none is. */
  journeyDays?: number | undefined
}

/** Reads a customer, and what its parent shares, as a context needs them; and computes what is computed. */
export function openGathering(place: Place, customer: Kept<'customer'>, asked: Asked) {
  const clean = openClean()
  const stagesOf = tellStages(place)
  const tell = tellOutcome(place, stagesOf)
  const open = (of: Kept<'customer'>) => gatheringOf(place, of, { ...asked, clean, tell, stagesOf })
  const gathering = open(customer)
  const shared = asked.alone ? undefined : sharedParent(place, customer, asked.team)
  const parent = shared && open(shared)
  return {
    gathering,
    parent,
    computed: compute(place, gathering, asked),
    removed: () => clean.removed(),
    secrets: () => clean.secrets(textsOf(parent ? [gathering, parent] : [gathering])),
  }
}

/** The texts in which a field's value may stand below its name. */
const textsOf = (all: readonly Gathering[]) =>
  new Map(
    all.flatMap(({ customer, contacts, deals, activities, documents }) =>
      [customer, ...contacts, ...deals, ...activities, ...documents.metas].map(({ path, text }) => [path, text] as const),
    ),
  )

type Opening = Asked & { clean: Clean; tell: Gathering['outcomeOf']; stagesOf: Gathering['stagesOf'] }

function gatheringOf(
  place: Place,
  customer: Kept<'customer'>,
  { clean, tell, stagesOf, people, today, settings, team }: Opening,
): Gathering {
  const material = readCustomer(place, customer, team)
  return {
    ...material,
    today,
    currency: settings.currency,
    clean,
    nameOf: openNames(material.contacts, people),
    outcomeOf: tell,
    stagesOf,
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
  const parent = parentOf(place, slug, value.parent)
  if (!parent) return undefined
  const record = openRecord(place, 'customer', `customers/${parent}/customer.md`, team)
  return record.value.share === 'group' && record.slug !== slug ? record : undefined
}

function compute(place: Place, gathering: Gathering, { now, settings, people, team, factsOf, journeyDays }: Asked): Computed {
  const { customer, deals, activities, outcomeOf: tell } = gathering
  const own = { customer: [customer], deal: deals, activity: activities }
  const beside = <K extends 'customer' | 'deal' | 'activity'>(kind: K) => own[kind] as unknown as Kept<K>[]
  const journey =
    journeyDays === undefined ? undefined : readJourney(place, customer.slug, { now, zone: settings.timezone, days: journeyDays })
  const open = () =>
    openFacts(place, {
      now,
      zone: settings.timezone,
      settings,
      people,
      team,
      only: customer.slug,
      beside,
      isOpen: (deal) => tell(deal) === 'open',
      ...(journey?.stageMoves && { stageMoves: journey.stageMoves }),
    })
  const { touches, noActivity, health } = (factsOf ?? open())(customer.slug)
  return { tasks: customerTasks(place, customer.slug), touches, noActivity, health, ...(journey && { journey: journey.told }) }
}
