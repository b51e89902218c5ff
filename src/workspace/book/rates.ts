import type { Rates } from '../../records/kinds/rates.ts'
import type { Problem } from '../../records/problem.ts'
import type { Place } from '../place.ts'
import { readAll } from '../records.ts'
import { isThere } from '../tree.ts'

const ratesPath = 'workspace-setup/rates.yaml'

/** The exchange rates of the workspace; none without the file. A rate that cannot be used is a problem, and in nobody's way. */
export function readRates(place: Place): { rates: Rates['rates']; problems: Problem[] } {
  if (!isThere(place, ratesPath)) return { rates: [], problems: [] }
  const { records, problems } = readAll(place, 'rates', [ratesPath])
  return { rates: records[0]?.value.rates ?? [], problems }
}
