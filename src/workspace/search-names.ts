import { type KindName, kindOf } from '../records/kinds.ts'
import { readRecord } from '../records/schema/read-record.ts'
import { slugify } from '../records/slug.ts'
import { grepFiles } from './past/grep-files.ts'
import type { Place } from './place.ts'
import { readSheet } from './sheet.ts'
import { isCustomer, recordPaths } from './tree.ts'

/**
 * Records whose e-mail, domain, external id, name or alias is the text: git's search narrows the files down (parallel,
 * untracked files included), and only those few are parsed: quicker than looking at every file, as an index would have to.
 */
export async function searchNames(place: Place, typed: string, wanted: readonly KindName[]): Promise<string[]> {
  if (typed.length < 2 || typed.includes('\n')) return []
  const near = wanted.includes('contact') ? contactAtDomain(place, typed) : undefined
  if (near) return [near]
  const [, id] = /^[a-z_]+:(.+)$/.exec(typed) ?? []
  const hits = await grepFiles(place, ['-i', '-F', '-e', id ?? typed], ['customers', 'workspace-setup/people'])
  return hits.filter((path) => {
    const kind = kindOf(path)
    return kind !== undefined && wanted.includes(kind) && isCalled(place, kind, path, typed)
  })
}

/** The contact of an address at the customer that is named like its domain; so that a daily `log` reads one folder, not all. */
function contactAtDomain(place: Place, typed: string): string | undefined {
  const [, label] = /^[^@\s]+@([^@\s.]+)\./.exec(typed) ?? []
  const customer = label && slugify(label)
  if (!customer || !isCustomer(place, customer)) return undefined
  return recordPaths(place, 'contact', customer).find((path) => isCalled(place, 'contact', path, typed))
}

function isCalled(place: Place, kind: KindName, path: string, typed: string): boolean {
  const sheet = readSheet(place, path)
  if ('problem' in sheet) return false
  const { value, redirect, sheet: written } = readRecord(kind, path, sheet.sheet.text)
  const said = value ?? (redirect === undefined ? undefined : written.data)
  return said !== undefined && namesOf(said).some((name) => name.toLowerCase() === typed.toLowerCase())
}

/** Every name by which a record may be called, besides its slug. */
function namesOf(value: Record<string, unknown>): string[] {
  const one = (key: string) => (typeof value[key] === 'string' ? [value[key]] : [])
  const many = (key: string) => (Array.isArray(value[key]) ? value[key].filter((item) => typeof item === 'string') : [])
  const ids = Object.entries((value['external'] ?? {}) as Record<string, string>).flatMap(([system, id]) => [
    `${system}:${id}`,
    id,
  ])
  return [...['name', 'email', 'domain', 'source'].flatMap(one), ...['aliases', 'emails', 'domains'].flatMap(many), ...ids]
}
