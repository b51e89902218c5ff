import { kindOf } from '../../records/kinds.ts'
import { lettersOf } from '../../records/slug.ts'
import { readFrontMatter } from '../../records/text/front-matter.ts'
import type { Place } from '../../workspace/place.ts'
import { bytesAt, textOf } from '../../workspace/sheet.ts'
import { filesBelow, isThere } from '../../workspace/tree.ts'
import { describedBy } from './described-by.ts'

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
  /** Texts that stay: stubs of earlier merges, which lead on, and what describes a file that stays. */
  behind: string[]
  /** What describes a file that takes another name, or takes one itself, and the file's name from then on. */
  described: Map<string, string>
  /** What cannot be moved, and why. */
  stays: { path: string; because: string }[]
}

type Asked = { from: string; into: string; files: readonly string[]; merged: ReadonlyMap<string, string> }

/** Decides where each file of a customer goes; `merged` are contacts that become part of others, `files` are what git keeps. */
export function placeFiles(place: Place, { from, into, files, merged }: Asked): Placed {
  const placed: Placed = {
    moves: new Map(),
    renamed: [],
    same: [],
    joined: new Map(),
    behind: [],
    described: new Map(),
    stays: [],
  }
  const texts = new Map(files.map((path) => [path, plainText(place, path)]))
  const below = filesBelow(place, `customers/${from}`)
  const taken = new Set(filesBelow(place, `customers/${into}`).map((path) => path.toLowerCase()))
  const thither = (path: string) => path.replace(`customers/${from}/`, `customers/${into}/`)
  // What describes files comes after them: it goes where they go.
  const isMeta = (path: string) => path.endsWith('.meta.yaml')
  for (const path of [...files.filter((one) => !isMeta(one)), ...files.filter(isMeta)]) {
    if (path === `customers/${from}/customer.md` || merged.has(path) || path.includes('/documents/context/')) continue
    const text = texts.get(path)
    if (text === undefined) placed.stays.push({ path, because: 'it is no text' })
    else if (isStub(path, text)) placed.behind.push(path)
    else if (isMeta(path))
      putMeta(place, placed, taken, { path, text, wanted: thither(path), file: describedBy(path, text, below) })
    else put(place, placed, taken, { path, text, wanted: thither(path) })
  }
  const ignored = below.filter((path) => !texts.has(path) && !path.includes('/documents/context/'))
  placed.stays.push(...ignored.map((path) => ({ path, because: 'git ignores it' })))
  return placed
}

type Text = { path: string; text: string; wanted: string }

/** What describes a file stays with it, and takes its new name. */
function putMeta(place: Place, placed: Placed, taken: Set<string>, { file, ...meta }: Text & { file: string | undefined }): void {
  const { path, wanted } = meta
  const to = file === undefined ? undefined : placed.moves.get(file)
  if (file && !to && !placed.same.includes(file)) {
    placed.stays.push({ path, because: 'it describes a file that stays' })
    placed.behind.push(path)
    return
  }
  const renamed = file !== undefined && to !== undefined && placed.renamed.includes(file)
  put(place, placed, taken, renamed ? { ...meta, wanted: to.replace(/(?:\.[^./]+)?$/, '.meta.yaml') } : meta)
  if (renamed && !placed.renamed.includes(path)) placed.renamed.push(path)
  if (file && placed.moves.has(path) && placed.moves.get(path) !== wanted)
    placed.described.set(path, (to ?? file).replace(/^.*\//, ''))
}

function put(place: Place, placed: Placed, taken: Set<string>, { path, text, wanted }: Text): void {
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
