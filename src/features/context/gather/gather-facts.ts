import { sayValue } from '../../../records/say-value.ts'
import { fieldPlace, topLine } from '../../../records/text/front-matter.ts'
import type { Passage } from '../../../records/text/read-passages.ts'
import type { Kept } from '../../../workspace/records.ts'
import type { Item, Line, Sentence } from '../item.ts'
import type { Gathering } from './gathering.ts'
import { passagesOf } from './take-once.ts'

/** Fields that say how a record is kept rather than what is true of it. */
const plumbing = new Set(['external', 'imported', 'belongs_to', 'redirect', 'archived'])
const people = new Set(['owner', 'csm', 'by'])
const worth: Record<string, number> = {
  type: 3,
  stage: 3,
  owner: 3,
  csm: 3,
  parent: 2,
  health: 2,
  archived: 3,
  industry: 2,
  segment: 2,
}

/** Where a field of a record stands. */
export const placeOf = ({ path, text, read }: Pick<Kept, 'path' | 'text' | 'read'>, ...field: string[]) => ({
  path,
  line: (field.length === 1 && topLine(text, field[0]!)) || fieldPlace(read.sheet, field).line,
})

/** A field's value in words, whole. */
export const sayWhole = (value: unknown) => sayValue(value, Infinity)

/** The fields of a customer, one item each, in the order of the file. */
export function gatherFacts({ customer, clean, nameOf }: Gathering): Item[] {
  const fields = Object.entries(customer.read.sheet.data).filter(([name, value]) => !plumbing.has(name) && value !== null)
  return fields.map(([name, value]) => ({
    section: 'facts',
    path: customer.path,
    first: {
      text: clean.line(`${name.replaceAll('_', ' ')}: ${people.has(name) ? nameOf(String(value)) : sayWhole(value)}`),
      sources: [placeOf(customer, name)],
    },
    more: [],
    value: name === 'name' ? 4 : (worth[name] ?? 1),
  }))
}

/** The running notes of a customer, a paragraph an item; a heading that is only the name says nothing. */
export function gatherNotes({ customer, clean }: Gathering): Item[] {
  const { path } = customer
  const names = [customer.value.name, ...(customer.value.aliases ?? [])].map((name) => name.toLowerCase())
  const isName = (text: string) => names.some((name) => name.startsWith(text.toLowerCase()))
  const passages = passagesOf(customer, clean).filter(({ text }) => !isName(text))
  return paragraphsOf(path, passages).map((told) => ({ section: 'notes', path, ...told, value: 1 }))
}

/** Running text a paragraph an item. */
export const paragraphsOf = (path: string, passages: readonly Passage[]): Pick<Item, 'first' | 'more'>[] =>
  [...Map.groupBy(passages, ({ paragraph }) => paragraph).values()].map(([first, ...rest]) => ({
    first: lineOf(path, first!),
    more: sentencesOf(path, rest),
  }))

/** A passage with the line it stands on. */
export const lineOf = (path: string, { text, line }: Passage): Line => ({
  text: text.replace(/\[(\d+)\]/g, '($1)'),
  sources: [{ path, line }],
})

/** Passages as what may follow an item's first line. */
export const sentencesOf = (path: string, passages: readonly Passage[]): Sentence[] =>
  passages.map((passage) => ({ ...lineOf(path, passage), paragraph: passage.paragraph }))
