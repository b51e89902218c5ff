import type { TeamFields } from '../../../records/kinds/fields.ts'
import type { Problem } from '../../../records/problem.ts'
import type { Place } from '../../../workspace/place.ts'
import { type Kept, readAll } from '../../../workspace/records.ts'
import { filesBelow, isCustomer, recordPaths } from '../../../workspace/tree.ts'
import { withinFolder } from '../../../workspace/within.ts'

/** All that a context of a customer is made of. */
export type Material = {
  customer: Kept<'customer'>
  contacts: Kept<'contact'>[]
  deals: Kept<'deal'>[]
  /** Oldest first. */
  activities: Kept<'activity'>[]
  documents: { metas: Kept<'document'>[]; files: string[] }
  problems: Problem[]
}

/** Reads a customer's own files: whatever the budget, since what is outdated or was said twice is judged over all of them. */
export function readCustomer(place: Place, customer: Kept<'customer'>, team: TeamFields | undefined): Material {
  const { slug } = customer
  const folder = `customers/${slug}`
  const own = (paths: readonly string[]) => withinFolder(place, folder, paths)
  const problems: Problem[] = [...customer.read.problems]
  const contacts = readAll(place, 'contact', own(recordPaths(place, 'contact', slug)), team)
  const deals = readAll(place, 'deal', own(recordPaths(place, 'deal', slug)), team)
  const activities = readAll(place, 'activity', own(recordPaths(place, 'activity', slug)), team)
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
    documents: { metas: metas.records, files: files.filter((path) => !path.endsWith('.meta.yaml')) },
    problems,
  }
}

/** The parent a customer names, where that is another one that is there. */
export const parentOf = (place: Place, slug: string, named: string | undefined): string | undefined =>
  named && named !== slug && /^[^/\\.]+$/.test(named) && isCustomer(place, named) ? named : undefined
