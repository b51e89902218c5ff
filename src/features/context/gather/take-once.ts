import { dropKnownQuotes } from '../../../records/parts/drop-known-quotes.ts'
import { readFrontMatter } from '../../../records/text/front-matter.ts'
import { plainKey } from '../../../records/text/plain-key.ts'
import { type Passage, readPassages } from '../../../records/text/read-passages.ts'
import type { Kept } from '../../../workspace/records.ts'
import type { Clean } from './clean.ts'

/** Of a body that is longer, the beginning is read: more than the largest context holds. */
const longestBody = 1_000_000

/** What each activity says, older ones first; quoted mail, signatures and legal texts are left to the one that has them first. */
export function takeOnce(activities: readonly Kept<'activity'>[], clean: Clean): Map<string, Passage[]> {
  const told = new Set<string>()
  const isNew = ({ text, part }: Passage) => {
    const said = plainKey(text)
    const isKnown = part !== 'own' && told.has(said)
    told.add(said)
    return !isKnown
  }
  const drop = dropKnownQuotes()
  return new Map(activities.map((one) => [one.path, passagesOf(one, clean, drop).filter(isNew)]))
}

/** The running text of a record as passages with their lines; `drop` empties lines that need not be read. */
export function passagesOf(
  { path, text, read }: Pick<Kept, 'path' | 'text' | 'read'>,
  clean: Clean,
  drop = (body: string) => body,
): Passage[] {
  const from = text.length - read.body.length
  const line = lineAt(text, from)
  return joinShort(readPassages(clean.text(drop(text.slice(from, from + longestBody)), { path, line }), line))
}

/** Reads a file that is no record: its front matter, and its running text, as passages when they are asked for. */
export function readText(path: string, text: string, clean: Clean) {
  const { data, body: from } = readFrontMatter(path, text)
  const body = text.slice(from, from + longestBody)
  const line = lineAt(text, from)
  return { data, body, passages: () => readPassages(clean.text(body, { path, line }), line) }
}

const greeting = /^[^.!?。！？]{1,40}[,:،，、]$/
const shortest = 24

/** Letters, and six for one of scripts that say more in it. */
const sizeOf = (text: string) => text.length + 5 * (text.match(/[\u0600-\u0e7f\u3040-\ud7af]/g)?.length ?? 0)

/** Without the greeting, and with a name at the end or another word by itself in the line of the paragraph before. */
function joinShort(passages: readonly Passage[]): Passage[] {
  const joined: Passage[] = []
  for (const [n, passage] of passages.entries()) {
    const isAlone = passages[n - 1]?.paragraph !== passage.paragraph && passages[n + 1]?.paragraph !== passage.paragraph
    const before = joined.at(-1)
    if (isAlone && !before && n + 1 < passages.length && greeting.test(passage.text) && passage.text.split(' ').length <= 5)
      continue
    const joins = isAlone && before?.part === passage.part && sizeOf(passage.text) < shortest && !/[\d:]/.test(passage.text)
    joined.push(joins ? { ...passage, paragraph: before.paragraph } : passage)
  }
  return joined
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}
