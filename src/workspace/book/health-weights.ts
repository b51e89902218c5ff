import { healthWeights } from '../../formulas/health-score.ts'
import type { Place } from '../place.ts'
import { readAll } from '../records.ts'
import { isThere } from '../tree.ts'

const path = 'workspace-setup/processes/health.yaml'

/** What each part of a customer's health weighs here: the team's own file, else the usual weights. */
export function readHealthWeights(place: Place): typeof healthWeights {
  const own = isThere(place, path) ? readAll(place, 'health', [path]).records[0]?.value.weights : undefined
  const names = Object.keys(healthWeights) as (keyof typeof healthWeights)[]
  return Object.fromEntries(names.map((name) => [name, own?.[name] ?? healthWeights[name]])) as typeof healthWeights
}
