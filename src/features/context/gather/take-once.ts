import { type Passage, readPassages } from '../../../records/text/read-passages.ts'
import type { Kept } from '../../../workspace/records.ts'
import type { Clean } from './clean.ts'

/** Of a body that is longer, the beginning is read: more than the largest context holds. */
export const longestBody = 1_000_000

const key = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** What each activity says, older ones first; what a mail quotes of an earlier one is left to that one. */
export function takeOnce(activities: readonly Kept<'activity'>[], clean: Clean): Map<string, Passage[]> {
  const told = new Set<string>()
  const isNew = ({ text, quoted }: Passage) => {
    const said = key(text)
    const isKnown = quoted && told.has(said)
    told.add(said)
    return !isKnown
  }
  return new Map(activities.map((one) => [one.path, passagesOf(one, clean).filter(isNew)]))
}

/** The running text of a record as passages with their lines. */
export function passagesOf({ text, read }: Pick<Kept, 'text' | 'read'>, clean: Clean): Passage[] {
  const from = read.sheet.body
  const body = clean.text(text.slice(from, from + longestBody))
  return joinShort(readPassages(body, lineAt(text, from)))
}

const greeting = /^[^.!?。！？]{1,40}[,:،，、]$/
const shortest = 24

/** Without the greeting, and with a name at the end or another word by itself in the line of the paragraph before. */
function joinShort(passages: readonly Passage[]): Passage[] {
  const joined: Passage[] = []
  for (const [n, passage] of passages.entries()) {
    const isAlone = passages[n - 1]?.paragraph !== passage.paragraph && passages[n + 1]?.paragraph !== passage.paragraph
    const before = joined.at(-1)
    if (isAlone && !before && n + 1 < passages.length && greeting.test(passage.text) && passage.text.split(' ').length <= 5)
      continue
    const joins = isAlone && before?.quoted === passage.quoted && passage.text.length < shortest && !/\d/.test(passage.text)
    joined.push(joins ? { ...passage, paragraph: before.paragraph } : passage)
  }
  return joined
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}
