import { kindOf } from '../../records/kinds.ts'
import { lettersOf } from '../../records/slug.ts'
import { readFrontMatter } from '../../records/text/front-matter.ts'
import type { Place } from '../../workspace/place.ts'
import { bytesAt, textOf } from '../../workspace/sheet.ts'
import { filesBelow, isThere } from '../../workspace/tree.ts'

/** Where the files of one customer go at another one. */
export type Placed = {
  /** Old path to new. */
  moves: Map<string, string>
  /** Those of them that had to take another name. */
  renamed: string[]
  /** Files that are there already, letter by letter. */
  same: string[]
  /** Running notes that become part of those that are there: old path to new. */
  joined: Map<string, string>
  /** Stubs of earlier merges, which stay and lead on. */
  stubs: string[]
  /** What cannot be moved, and why. */
  stays: { path: string; because: string }[]
}

type Asked = { from: string; into: string; files: readonly string[]; merged: ReadonlyMap<string, string> }

/** Decides where each file of a customer goes; `merged` are contacts that become part of others, `files` are what git keeps. */
export function placeFiles(place: Place, { from, into, files, merged }: Asked): Placed {
  const placed: Placed = { moves: new Map(), renamed: [], same: [], joined: new Map(), stubs: [], stays: [] }
  const texts = new Map(files.map((path) => [path, plainText(place, path)]))
  const taken = new Set(filesBelow(place, `customers/${into}`).map((path) => path.toLowerCase()))
  for (const path of files) {
    if (path === `customers/${from}/customer.md` || merged.has(path) || path.includes('/documents/context/')) continue
    const text = texts.get(path)
    const attachment = path.replace(/\.meta\.yaml$/, '')
    if (text === undefined) placed.stays.push({ path, because: 'it is no text' })
    else if (attachment !== path && texts.has(attachment) && texts.get(attachment) === undefined)
      placed.stays.push({ path, because: 'it describes a file that stays' })
    else if (isStub(path, text)) placed.stubs.push(path)
    else put(place, placed, taken, { path, text, wanted: path.replace(`customers/${from}/`, `customers/${into}/`) })
  }
  const ignored = filesBelow(place, `customers/${from}`).filter(
    (path) => !texts.has(path) && !path.includes('/documents/context/'),
  )
  placed.stays.push(...ignored.map((path) => ({ path, because: 'git ignores it' })))
  return placed
}

function put(
  place: Place,
  placed: Placed,
  taken: Set<string>,
  { path, text, wanted }: { path: string; text: string; wanted: string },
): void {
  if (!taken.has(wanted.toLowerCase()) && !isThere(place, wanted)) {
    placed.moves.set(path, wanted)
    taken.add(wanted.toLowerCase())
    return
  }
  if (kindOf(path) !== 'contact' && kindOf(path) !== 'deal' && plainText(place, wanted) === text) {
    placed.same.push(path)
    return
  }
  if (/^customers\/[^/]+\/insights\.md$/.test(wanted)) {
    placed.joined.set(path, wanted)
    return
  }
  const [, stem = '', ending = ''] = /^(.*?)((?:\.meta)?\.[^./]+|)$/.exec(wanted)!
  const name = stem.replace(/^.*\//, '')
  for (const count of [4, 8, 16, 32]) {
    const to = `${stem.slice(0, -name.length)}${name.slice(0, 60 - count - 1).replace(/-$/, '')}-${lettersOf(path, count)}${ending}`
    if (taken.has(to.toLowerCase())) continue
    placed.moves.set(path, to)
    placed.renamed.push(path)
    taken.add(to.toLowerCase())
    return
  }
}

/** The text of a file; undefined for a link, a folder, and what is no UTF-8 text. */
function plainText(place: Place, path: string): string | undefined {
  const bytes = bytesAt(place, path)
  return bytes ? (textOf(bytes) ?? undefined) : undefined
}

const isStub = (path: string, text: string) =>
  kindOf(path) !== undefined && /^redirect\s*:/m.test(text) && typeof readFrontMatter(path, text).data['redirect'] === 'string'
