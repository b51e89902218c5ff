import { setImmediate as breathe } from 'node:timers/promises'
import { type KindName, kindOf, slugInPath } from '../../../records/kinds.ts'
import { findLinks } from '../../../workspace/check/body/find-links.ts'
import { grepFiles } from '../../../workspace/past/grep-files.ts'
import { inOrder } from '../../../workspace/tree.ts'
import { addressAt, findSpot, linkAt, type Spot } from '../text/find-spot.ts'
import { openPage, type Page } from '../text/open-page.ts'
import type { View } from '../view.ts'
import { meaningOf } from './field-meaning.ts'
import type { Stand } from './find-definition.ts'
import { targetOf } from './target.ts'

/** A place that names a record, and how it names it. */
export type Mention = Stand & { typed: string; spot: Spot }

type How = { openPaths?: readonly string[]; isCancelled?: () => boolean }

const searched = ['customers', 'personal', 'reporting', 'workspace-setup', 'sales-toolkit'] as const
const mentionable = new Set<KindName>(['customer', 'contact', 'deal', 'activity', 'person', 'workflow'])

/** The record somebody points at, else the one whose own file this is. */
export function recordAt(view: View, page: Page, at: number): string | undefined {
  const spot = findSpot(page, at)
  const target = spot && targetOf(view, page, spot)
  if (target?.kind) return target.path
  return page.kind && mentionable.has(page.kind) ? page.path : undefined
}

/** Every place that names a record: git's search finds the files its name stands in, and those alone are read. */
export async function findReferences(
  view: View,
  path: string,
  { openPaths = [], isCancelled = () => false }: How = {},
): Promise<Mention[]> {
  const kind = kindOf(path)
  if (!kind || !mentionable.has(kind)) return []
  const files = await filesNaming(view, wordsOf(view, path, kind), openPaths)
  const found: Mention[] = []
  for (const [n, file] of files.entries()) {
    if (n % 50 === 49) await breathe()
    if (isCancelled()) return found
    const text = view.text(file)
    if (text !== undefined) found.push(...mentionsIn(view, openPage(file, text), path))
  }
  return found
}

/** The places of one text that name a record. */
export function mentionsIn(view: View, page: Page, path: string): Mention[] {
  const kind = kindOf(path)
  return spotsOf(view, page)
    .filter((spot) => {
      const target = targetOf(view, page, spot)
      return target?.path === path && (kind !== 'workflow' || target.stage === undefined)
    })
    .map((spot) => ({ path: page.path, from: spot.from, to: spot.to, typed: spot.typed, spot }))
}

/** Every spot of a text that may name a record: values that stand for one, links, and people of tasks. */
function spotsOf(view: View, page: Page): Spot[] {
  const { kind, text } = page
  const team = view.team()
  const values = page.cells().flatMap((cell): Spot[] => {
    if (cell.is !== 'value' || cell.text === '' || !kind || cell.quote === 'block' || !meaningOf(kind, cell.path, team)) return []
    return [
      { in: 'value', path: cell.path, from: cell.from, to: cell.to, typed: cell.text, ...(cell.quote && { quote: cell.quote }) },
    ]
  })
  const links = page.path.endsWith('.md')
    ? findLinks(text, page.body).flatMap(({ wiki, at }) => (wiki ? linkAt(page, at + 2) : addressAt(page, at)) ?? [])
    : []
  const lines = new Set(page.tasks().map(({ line }) => line))
  const people = lines.size === 0 ? [] : peopleOf(page, lines)
  return [...values, ...links, ...people].sort((a, b) => a.from - b.from)
}

function peopleOf(page: Page, lines: ReadonlySet<number>): Spot[] {
  let [line, from] = [1, 0]
  return page.text.split('\n').flatMap((said) => {
    const start = from
    from += said.length + 1
    if (!lines.has(line++)) return []
    return [...said.matchAll(/(?<=^|\s)@[\p{L}\p{N}]/gu)].flatMap(({ index }) => findSpot(page, start + index + 1) ?? [])
  })
}

/** The words of which one must stand in a file that names the record. */
function wordsOf(view: View, path: string, kind: KindName): string[] {
  const slug = slugInPath(path)
  if (kind === 'contact') {
    const { email, emails = [] } = view.record('contact', path)?.value ?? {}
    return [slug, ...[email ?? '', ...emails].filter(Boolean)]
  }
  if (kind !== 'person') return [slug]
  const { name, emails = [], aliases = [] } = view.record('person', path)?.value ?? {}
  return [slug, ...[name ?? '', ...emails, ...aliases].filter(Boolean)]
}

async function filesNaming(view: View, words: readonly string[], openPaths: readonly string[]): Promise<string[]> {
  const { place } = view
  const open = openPaths.filter((path) => words.some((word) => view.text(path)?.toLowerCase().includes(word.toLowerCase())))
  if (!place.git) return open
  const asked = words.flatMap((word) => ['-e', word])
  const found = await grepFiles(place, ['-I', '-i', '-F', ...asked], searched)
  return [...new Set([...found.filter((path) => /\.(?:md|ya?ml)$/.test(path)), ...open])].sort(inOrder)
}
