import type { TeamFields } from '../../records/kinds/fields.ts'
import type { Rates } from '../../records/kinds/rates.ts'
import { slugInPath } from '../../records/kinds.ts'
import type { Problem } from '../../records/problem.ts'
import { sayValue } from '../../records/say-value.ts'
import type { Place } from '../place.ts'
import { type Kept, listRecords } from '../records.ts'
import { recordPaths } from '../tree.ts'
import type { Shelf } from './place-deals.ts'
import { readRates } from './rates.ts'

/** All that figures are worked out of, and what could not be used of it. */
export type Pipeline = { deals: Kept<'deal'>[]; shelf: Shelf; rates: Rates['rates']; problems: Problem[] }

/** Reads the deals of the whole tree, `_unassigned` and archived ones included, with workflows and rates. */
export function readPipeline(place: Place, team: TeamFields | undefined): Pipeline {
  const { records: deals, problems } = listRecords(place, 'deal', { team })
  const workflows = listRecords(place, 'workflow')
  const usable = new Map(workflows.records.map(({ slug, value }) => [slug, value]))
  const shelf: Shelf = new Map(recordPaths(place, 'workflow').map((path) => [slugInPath(path), usable.get(slugInPath(path))]))
  const { rates, problems: wrong } = readRates(place)
  const flawed = new Set(problems.map(({ path }) => path))
  const kept = deals.map((deal) => (flawed.has(deal.path) ? keepCurrency(deal) : deal))
  return { deals: kept, shelf, rates, problems: [...problems, ...workflows.problems, ...wrong] }
}

/** A currency that is none stays as it was written, so that no rate is found for it and it is not taken for the workspace's. */
function keepCurrency(deal: Kept<'deal'>): Kept<'deal'> {
  const { read, value } = deal
  if (value.currency) return deal
  const written = (read.sheet.data as { currency?: unknown } | null)?.currency ?? undefined
  return written === undefined ? deal : { ...deal, value: { ...value, currency: sayValue(written, 20) } }
}
