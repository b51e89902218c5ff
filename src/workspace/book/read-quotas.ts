import type { Quotas } from '../../records/kinds/quotas.ts'
import type { Problem } from '../../records/problem.ts'
import type { Place } from '../place.ts'
import { readAll } from '../records.ts'
import { isThere } from '../tree.ts'

/** The goals of these fiscal periods, such as `2026-Q4`, in their order; a period without a file has none. */
export function readQuotas(place: Place, periods: readonly string[]) {
  const found: { period: string; quotas: Quotas['quotas'] }[] = []
  const wrong: Problem[] = []
  for (const period of periods) {
    const path = `workspace-setup/quotas/${period}.yaml`
    if (!isThere(place, path)) continue
    const { records, problems } = readAll(place, 'quotas', [path])
    found.push({ period, quotas: records[0]?.value.quotas ?? [] })
    wrong.push(...problems)
  }
  return { periods: found, problems: wrong }
}
