import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type KindName, slugInPath } from '../records/kinds.ts'
import { reserved } from '../records/reserved.ts'
import { type Entry, isInside, type Place } from './place.ts'

/** By the letters' codes: the same on every machine, and without a collator, which takes 7 ms to begin. */
export const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Names in a folder, sorted by their letters' codes so that every machine lists alike; none when it is not there. */
export function namesIn(place: Place, folder: string, keep: (entry: Entry) => boolean = () => true): string[] {
  try {
    const entries = place.past ? (place.past.names(folder) ?? []) : readdirSync(join(place.root, folder), { withFileTypes: true })
    return entries
      .filter((entry) => !entry.name.startsWith('.') && keep(entry))
      .map(({ name }) => name)
      .sort(inOrder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return []
    throw error
  }
}

/** Slugs of all customers: the folders under customers/. */
export const customerSlugs = (place: Place) =>
  namesIn(place, 'customers', (entry) => isFolder(place, 'customers', entry)).filter((name) => !reserved.includes(name))

/** Whether a name is a customer's slug; one look at the disk, however many customers there are. */
export const isCustomer = (place: Place, slug: string) =>
  !reserved.includes(slug) && isThere(place, `customers/${slug}/customer.md`)

/** Whether something is there, a link that leads nowhere included: what is wrong with it shows when it is read. */
export function isThere(place: Place, path: string): boolean {
  if (place.past) return place.past.has(path)
  try {
    return lstatSync(join(place.root, path), { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}

const folders = { contact: 'contacts', deal: 'deals', activity: 'activities' } as const

/** Paths of one kind of record, of one customer or of all, `_unassigned` included. Only names are read. */
export function recordPaths(place: Place, kind: KindName, customer?: string): string[] {
  if (kind === 'customer')
    return (customer ? [customer] : customerSlugs(place))
      .map((slug) => `customers/${slug}/customer.md`)
      .filter((path) => isThere(place, path))
  if (kind === 'person') return files(place, 'workspace-setup/people', '.yaml')
  if (kind === 'workflow') return files(place, 'customers/workflows', '.yaml')
  if (kind === 'contact' || kind === 'deal' || kind === 'activity') {
    const owners = customer ? [customer] : [...customerSlugs(place), '_unassigned']
    return owners.flatMap((slug) => files(place, `customers/${slug}/${folders[kind]}`, '.md'))
  }
  throw new Error(`records of kind ${kind} are not listed`)
}

/** Slugs of a customer's records of a kind, with their paths. */
export const slugsIn = (place: Place, kind: 'contact' | 'deal' | 'activity', customer: string): Map<string, string> =>
  new Map(recordPaths(place, kind, customer).map((path) => [slugInPath(path), path]))

/** Every file below a folder, hidden ones aside. */
export const filesBelow = (place: Place, folder: string): string[] => [
  ...namesIn(place, folder, (entry) => !entry.isDirectory()).map((name) => `${folder}/${name}`),
  ...namesIn(place, folder, (entry) => entry.isDirectory()).flatMap((name) => filesBelow(place, `${folder}/${name}`)),
]

/** The customer's slug in a path; undefined for what belongs to none. */
export const customerIn = (path: string) => /^customers\/([^/]+)\//.exec(path)?.[1]

const files = (place: Place, folder: string, ending: string) =>
  namesIn(place, folder, (entry) => !entry.isDirectory())
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)

/** A folder, or a link to one of this workspace: what lies outside is nobody's record here. */
function isFolder(place: Place, folder: string, entry: Entry): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory()
  if (place.past) return place.past.names(`${folder}/${entry.name}`) !== undefined
  const path = join(place.root, folder, entry.name)
  const leads = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  return leads && isInside(realpathSync(place.root), realpathSync(path))
}
