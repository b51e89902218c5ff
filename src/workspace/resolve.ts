import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Failure } from '../failure.ts'
import { type KindName, kindOf, slugInPath } from '../records/kinds.ts'
import { nearest } from '../records/nearest.ts'
import { followStubs } from './links/follow-stubs.ts'
import { isInside, type Place, toRecordPath } from './place.ts'
import { searchNames } from './search-names.ts'
import { customerIn, customerSlugs, isCustomer, isThere, recordPaths } from './tree.ts'

/** A record that a name fits. */
export type Found = { kind: KindName; path: string; slug: string; customer?: string }

/** The kinds that are named in everyday commands. */
export const everyday = ['customer', 'contact', 'deal', 'activity', 'person', 'workflow'] as const satisfies KindName[]

const found = (path: string): Found | undefined => {
  const kind = kindOf(path)
  const customer = customerIn(path)
  return kind && { kind, path, slug: slugInPath(path), ...(customer && { customer }) }
}

/**
 * Finds the record that a name means: its path, slug, `customer/slug`, e-mail, domain, external id or full name.
 * A name that fits several is refused with the list (exit 2), one that fits none with the nearest three (exit 3).
 */
export async function resolveRecord(place: Place, name: string, wanted: readonly KindName[], how: How = {}): Promise<Found> {
  const candidates = await findRecords(place, name, wanted, how)
  if (candidates.length === 1) return candidates[0]!
  if (candidates.length > 1)
    throw new Failure(`"${name}" fits ${candidates.length} records: ${candidates.map(nameOf).join(', ')}.`, {
      hint: `name one of them, as ${nameOf(candidates[0]!)} or ${candidates[0]!.path}`,
      exitCode: 2,
    })
  throw (await strangerAt(place, name, wanted)) ?? nothingFound(place, name, wanted)
}

/** `stubs` means the files themselves, where others mean what they lead to. */
type How = { stubs?: boolean }

/** All records that a name fits, in the order of their paths. Cheap forms are tried first; only a miss looks into files. */
export async function findRecords(
  place: Place,
  name: string,
  wanted: readonly KindName[],
  { stubs }: How = {},
): Promise<Found[]> {
  const fitting = await findFiles(place, name, wanted)
  if (stubs) return fitting
  const paths = fitting.map(({ path }) => followStubs(place, path))
  return [...new Set(paths)].flatMap((path) => found(path) ?? [])
}

async function findFiles(place: Place, name: string, wanted: readonly KindName[]): Promise<Found[]> {
  const typed = name.trim()
  const byPath = atPath(place, typed)
  if (byPath && wanted.includes(byPath.kind)) return [byPath]
  const named = bySlug(place, typed, wanted)
  if (named.length > 0) return named
  const hits = await searchNames(place, typed, wanted)
  return hits.flatMap((path) => found(path) ?? [])
}

/** The path a person means: a file or folder from where they stand, else the record of that name. */
export async function pathNamed(place: Place, name: string, cwd: string): Promise<string> {
  const typed = resolve(cwd, name)
  if (isInside(place.root, typed) && (place.past ? isThere(place, toRecordPath(place, typed)) : existsSync(typed))) return typed
  return (await resolveRecord(place, name, everyday)).path
}

/** How a record is called where it stands among others. */
export const nameOf = ({ kind, customer, slug }: Found) => (customer && kind !== 'customer' ? `${customer}/${slug}` : slug)

function atPath(place: Place, typed: string): Found | undefined {
  if (!/[/\\.]/.test(typed) || !isInside(place.root, typed)) return undefined
  const path = toRecordPath(place, typed)
  const folder = `${path}/customer.md`
  if (kindOf(folder) && isThere(place, folder)) return found(folder)
  if (isThere(place, path)) return found(path)
  const [, slug, rest] = /^customers\/([^/]+)\/(.+)$/.exec(path) ?? []
  const now = slug && rest && kindOf(path) && isCustomer(place, slug) ? `customers/${customerNow(place, slug)}/${rest}` : path
  return isThere(place, now) ? found(now) : undefined
}

function bySlug(place: Place, typed: string, wanted: readonly KindName[]): Found[] {
  const [owner, own, ...more] = typed.split('/')
  if (!owner || more.length > 0 || !/^[\w.-]+$/.test(own ?? owner)) return []
  if (own !== undefined) {
    if (!isCustomer(place, owner) && owner !== '_unassigned') return []
    const here = inFolder(place, owner, own, wanted)
    return here.length > 0 || owner === '_unassigned' ? here : inFolder(place, customerNow(place, owner), own, wanted)
  }
  const here: Found[] = []
  if (wanted.includes('customer') && isCustomer(place, typed))
    here.push({ kind: 'customer', path: `customers/${typed}/customer.md`, slug: typed, customer: typed })
  if (wanted.includes('person')) here.push(...existing(place, `workspace-setup/people/${typed}.yaml`))
  if (wanted.includes('workflow')) here.push(...existing(place, `customers/workflows/${typed}.yaml`))
  if (here.length > 0 || !wanted.some((kind) => kind in folderOf)) return here
  return [...customerSlugs(place), '_unassigned'].flatMap((slug) => inFolder(place, slug, typed, wanted))
}

/** The slug of the customer that one was merged into, else its own. */
const customerNow = (place: Place, slug: string) => customerIn(followStubs(place, `customers/${slug}/customer.md`)) ?? slug

const folderOf: Partial<Record<KindName, string>> = { contact: 'contacts', deal: 'deals', activity: 'activities' }

const inFolder = (place: Place, owner: string, slug: string, wanted: readonly KindName[]) =>
  wanted.flatMap((kind) => (folderOf[kind] ? existing(place, `customers/${owner}/${folderOf[kind]}/${slug}.md`) : []))

const existing = (place: Place, path: string) => (isThere(place, path) ? [found(path)!] : [])

/** An address nobody has, at a domain we know: most likely a person who is not written down yet. */
async function strangerAt(place: Place, name: string, wanted: readonly KindName[]): Promise<Failure | undefined> {
  const [, domain] = /^[^@\s]+@([^@\s]+\.[^@\s]+)$/.exec(name.trim()) ?? []
  const [path] = domain && wanted.includes('contact') ? await searchNames(place, domain, ['customer']) : []
  if (!path) return undefined
  const hint = `dossier contact new ${customerIn(path)} "Full Name" email=${name.trim()}`
  return new Failure(`There is no contact "${name}".`, { hint, exitCode: 3 })
}

function nothingFound(place: Place, name: string, wanted: readonly KindName[]): Failure {
  const names = everyday.filter((kind) => wanted.includes(kind)).flatMap((kind) => recordPaths(place, kind))
  const like = nearest(
    name,
    names.flatMap((path) => {
      const record = found(path)
      return record ? [nameOf(record)] : []
    }),
  )
  const what = wanted.length === 1 ? wanted[0] : 'record'
  const hint =
    like.length > 0
      ? `did you mean ${like.join(', ')}?`
      : `dossier ${wanted.includes('customer') || wanted.length > 1 ? 'customer' : wanted[0]} list`
  return new Failure(`There is no ${what} "${name}".`, { hint, exitCode: 3 })
}
