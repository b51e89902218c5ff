import type { BookDeal } from '../../../formulas/measures/book.ts'
import type { TeamFields } from '../../../records/kinds/fields.ts'
import type { Across } from '../../../records/kinds/tier.ts'
import type { WorkspaceSettings } from '../../../records/kinds/workspace-settings.ts'
import type { Problem } from '../../../records/problem.ts'
import type { Facts } from '../../../workspace/book/facts.ts'
import type { Whose } from '../../../workspace/book/find-whose.ts'
import type { People } from '../../../workspace/people.ts'
import type { Place } from '../../../workspace/place.ts'
import type { BesideOf } from '../../../workspace/query/open-beside.ts'
import type { Kept } from '../../../workspace/records.ts'
import type { Clean } from '../gather/clean.ts'
import type { Telling } from './tell-facts.ts'

/** What is asked of a context across customers; `zone` is the clock its days are counted on. */
export type AskedAcross = {
  /** Whose work it is about; absent, everybody's. */
  whose?: Whose | undefined
  /** A condition customers must fulfil. */
  where?: string | undefined
  /** What it is for, in words; empty for nothing special. */
  task: string
  now: Date
  today: string
  zone: string
  /** Who asks; asked only when the condition names `me`. */
  me: () => Promise<string>
  people: People
  settings: WorkspaceSettings
  team: TeamFields | undefined
}

/** How a close date moved to a later day, as commits tell. */
export type Slip = { from: string; to: string; day: string }

export type OverviewDeal = BookDeal & { record: Kept<'deal'> }

/** The customers a context is about and their deals; the rest is read when it is asked for. */
export type Overview = AskedAcross &
  Telling & {
    of: Across
    place: Place
    clean: Clean
    /** By slug. */
    customers: ReadonlyMap<string, Kept<'customer'>>
    /** Their deals, put away only once closed. */
    deals: OverviewDeal[]
    openDeals: OverviewDeal[]
    /** Whether somebody, as a file names them, is one of those whose work it is; everybody is where nobody was named. */
    isTheirs: (written: string | null | undefined) => boolean
    /** What amounts are added up in. */
    currency: string
    /** What a customer is called, whether it is one of these or not. */
    called: (customer: string) => string
    beside: BesideOf
    factsOf: (customer: string) => Facts
    /** By path of the deal, of this fiscal quarter, oldest first. */
    slips: () => ReadonlyMap<string, Slip[]>
    /** What a condition could not judge. */
    unjudged?: { noData: { count: number; names: string[] }; unfit: { count: number; because: string | null } }
    problems: () => Problem[]
  }
