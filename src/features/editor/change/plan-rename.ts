import { slugInPath } from '../../../records/kinds.ts'
import { redirectTo, type Ways } from '../../../records/links/ways.ts'
import { isSlug, slugify } from '../../../records/slug.ts'
import { renderInline } from '../../../records/text/render-value.ts'
import { findMentions } from '../../../workspace/links/find-mentions.ts'
import { relinkFile } from '../../../workspace/links/plan-relinks.ts'
import { customerIn, inOrder } from '../../../workspace/tree.ts'
import { targetOf } from '../find/target.ts'
import { findSpot } from '../text/find-spot.ts'
import type { Page } from '../text/open-page.ts'
import type { View } from '../view.ts'
import { changesBetween, type TextChange } from './text-change.ts'

/** What can be renamed where somebody points: the name in a contact's own file, or the slug by which others name the contact. */
export type Renamable = { from: number; to: number; name: string; contact?: string }

/** A rename: changes of texts, then the move of the file, then the stub that stands where it was. */
export type Rename = { changes: TextChange[]; move?: { from: string; to: string; stub: string } }

/** Finds what can be renamed; undefined where nothing can. */
export function findRenamable(view: View, page: Page, at: number): Renamable | undefined {
  const spot = findSpot(page, at)
  if (!spot || spot.typed === '') return undefined
  if (page.kind === 'contact' && spot.in === 'value' && spot.path.join('.') === 'name' && spot.quote !== 'block')
    return { from: spot.from, to: spot.to, name: spot.typed }
  const target = targetOf(view, page, spot)
  if (target?.kind !== 'contact' || !customerIn(target.path)) return undefined
  const slug = slugInPath(target.path)
  const place = slugPlace(spot.typed, slug)
  return place === undefined
    ? undefined
    : { from: spot.from + place, to: spot.from + place + slug.length, name: slug, contact: target.path }
}

/** Plans the rename, or says why not. A slug never changes its meaning: a stub stays where the file was. */
export async function planRename(
  view: View,
  page: Page,
  asked: { at: number; name: string; openPaths?: readonly string[] },
): Promise<Rename | { refused: string }> {
  const found = findRenamable(view, page, asked.at)
  const name = asked.name.trim()
  if (!found) return { refused: 'Only contacts can be renamed: their name in their own file, their slug where others name them.' }
  if (name === '') return { refused: 'A contact cannot be without a name.' }
  if (found.contact === undefined) {
    const isQuoted = /["']/.test(page.text[found.from - 1] ?? '')
    const put = isQuoted ? JSON.stringify(name).slice(1, -1) : renderInline(name)
    return { changes: [{ path: page.path, from: found.from, to: found.to, put }] }
  }
  return moveContact(view, found.contact, name, asked)
}

async function moveContact(
  view: View,
  path: string,
  name: string,
  how: { openPaths?: readonly string[] },
): Promise<Rename | { refused: string }> {
  const customer = customerIn(path)!
  const slug = slugInPath(path)
  if (name === slug) return { changes: [] }
  if (!isSlug(name)) {
    const better = slugify(name)
    const such = isSlug(better) ? `, such as ${better}` : ''
    return {
      refused: `"${name}" is no name for a file: small letters, digits and hyphens, at most 60${such}. The name people read is \`name:\` in ${path}.`,
    }
  }
  if (view.slugs('contact', customer).some((other) => other.toLowerCase() === name))
    return { refused: `${customer} has a contact ${name} already; dossier contact merge makes one of two.` }
  const to = path.replace(/[^/]+$/, `${name}.md`)
  const ways: Ways = new Map([[path, to]])
  const found = view.place.git ? await findMentions(view.place, [slug]) : []
  const files = [...new Set([...found, path, ...(how.openPaths ?? [])])].sort(inOrder)
  const changes = files.flatMap((file) => relinked(view, ways, file, file === path ? to : file))
  const eol = /\r\n/.test(view.text(path) ?? '') ? '\r\n' : '\n'
  return { changes, move: { from: path, to, stub: ['---', `redirect: ${redirectTo(path, to)}`, '---', ''].join(eol) } }
}

/** What changes in one file, as it stands in the editor or on the disk. */
function relinked(view: View, ways: Ways, was: string, is: string): TextChange[] {
  const before = view.text(was)
  if (before === undefined) return []
  const { text } = relinkFile(ways, { was, is, has: view.has }, before, view.team())
  return changesBetween(was, before, text)
}

/** Where the slug stands in what was written: `jo-park`, `acme/jo-park`, `../contacts/jo-park.md`; undefined for an address. */
function slugPlace(written: string, slug: string): number | undefined {
  const bare = written.replace(/#.*$/, '').trimEnd().replace(/\.md$/, '')
  const at = bare.length - slug.length
  return bare.endsWith(slug) && (at === 0 || /[/\s]/.test(bare[at - 1]!)) ? at : undefined
}
