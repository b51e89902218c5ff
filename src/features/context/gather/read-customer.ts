import type { TeamFields } from '../../../records/kinds/fields.ts'
import type { Problem } from '../../../records/problem.ts'
import type { Place } from '../../../workspace/place.ts'
import { type Kept, readAll } from '../../../workspace/records.ts'
import { filesBelow, recordPaths } from '../../../workspace/tree.ts'
import { withinFolder } from '../../../workspace/within.ts'

/** All that a context of a customer is made of. */
export type Material = {
  customer: Kept<'customer'>
  contacts: Kept<'contact'>[]
  deals: Kept<'deal'>[]
  /** Oldest first. */
  activities: Kept<'activity'>[]
  /** Files of activities too old to be read for this budget. */
  older: string[]
  documents: { metas: Kept<'document'>[]; files: string[] }
  problems: Problem[]
}

type Asked = {
  team?: TeamFields | undefined
  /** At least so many of the newest activities are read, and all from this day on. */
  most: number
  since: string
}

/** Reads a customer's own files; of activities, whose names begin with their dates, only those that may be chosen. */
export function readCustomer(place: Place, customer: Kept<'customer'>, { team, most, since }: Asked): Material {
  const { slug } = customer
  const folder = `customers/${slug}`
  const own = (paths: readonly string[]) => withinFolder(place, folder, paths)
  const problems: Problem[] = [...customer.read.problems]
  const contacts = readAll(place, 'contact', own(recordPaths(place, 'contact', slug)), team)
  const deals = readAll(place, 'deal', own(recordPaths(place, 'deal', slug)), team)
  const paths = own(recordPaths(place, 'activity', slug))
  const from = Math.max(0, Math.min(paths.length - most, firstSince(paths, since)))
  const activities = readAll(place, 'activity', paths.slice(from), team)
  const files = own(filesBelow(place, `${folder}/documents`).filter((path) => !path.startsWith(`${folder}/documents/context/`)))
  const metas = readAll(
    place,
    'document',
    files.filter((path) => path.endsWith('.meta.yaml')),
    team,
  )
  for (const listing of [contacts, deals, activities, metas]) problems.push(...listing.problems)
  return {
    customer,
    contacts: contacts.records,
    deals: deals.records,
    activities: activities.records,
    older: paths.slice(0, from),
    documents: { metas: metas.records, files: files.filter((path) => !path.endsWith('.meta.yaml')) },
    problems,
  }
}

function firstSince(paths: readonly string[], since: string): number {
  const found = paths.findIndex((path) => path.slice(path.lastIndexOf('/') + 1) >= since)
  return found < 0 ? paths.length : found
}
