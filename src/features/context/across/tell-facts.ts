import { fieldPlace } from '../../../records/text/front-matter.ts'
import { keyLine } from '../../../records/yaml/key-line.ts'
import type { Kept } from '../../../workspace/records.ts'
import type { Measured } from '../fit/measure-form.ts'
import { apart, type Item, type Line, onceEach, type Source } from '../item.ts'

/** Where a key of a record stands, or what is within it; a record is parsed only where that is not plain to see. */
export const placeOfKey = (record: Pick<Kept, 'path' | 'text' | 'read'>, key: string, ...within: string[]): Source => ({
  path: record.path,
  line: keyLine(record.text, key) ?? fieldPlace(record.read.sheet, [key, ...within]).line,
})

/** What citations may cost in a first line, in milli-tokens, so that none of them is cut off. */
const room = 58_000

/** What a form in which something is told costs. */
export type Telling = { measured: Pick<Measured, 'frame' | 'source'> }

const fits = ({ measured }: Telling, sources: readonly Source[]) =>
  measured.frame('first', sources.length) + sources.reduce((sum, source) => sum + measured.source(source), 0) <= room

/** A first line of as many facts as can be cited in it; the rest, and what else there is to tell, a line each. */
export function tellFacts(
  telling: Telling,
  label: string,
  facts: readonly Line[],
  details: readonly Line[] = [],
): Pick<Item, 'first' | 'more'> {
  const sourcesOf = (some: readonly Line[]) => onceEach(some.flatMap(({ sources }) => sources))
  const within = facts.findIndex((_, n) => n > 0 && !fits(telling, sourcesOf(facts.slice(0, n + 1))))
  const [begun, rest] = within < 0 ? [facts, []] : [facts.slice(0, within), facts.slice(within)]
  return {
    first: { text: `${label}: ${begun.map(({ text }) => text).join(', ')}`, sources: sourcesOf(begun) },
    more: apart([...rest, ...details]),
  }
}

/** Of sources, the first and as many more as can be cited in one line. */
export const asManyAsFit = (telling: Telling, sources: readonly Source[]): Source[] =>
  sources.filter((_, n) => n === 0 || fits(telling, sources.slice(0, n + 1)))

/** Facts in one line, or a line each where so many citations would leave no room for what they say. */
export const together = (telling: Telling, facts: readonly Line[]): Line[] => {
  const sources = onceEach(facts.flatMap((fact) => fact.sources))
  return fits(telling, sources) ? [{ text: facts.map(({ text }) => text).join(', '), sources }] : [...facts]
}
