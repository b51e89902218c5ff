import type { SectionName } from '../../../records/kinds/tier.ts'
import type { Fact } from './read-facts.ts'

/** What became of a fact; `path` and `line` say where it stands, of one that is gone where it stood. */
export type FactChange = {
  what: 'new' | 'changed' | 'gone'
  section: SectionName
  path: string
  line: number
  before?: string
  after?: string
  /** The line that names an activity, a deal, a person; what follows of the same file belongs to it. */
  first: boolean
}

/** What is new, changed and gone between two readings told by the same day, in the order of the later one; what only moved is the same. */
export function compareFacts(before: readonly Fact[], after: readonly Fact[]): FactChange[] {
  const kept = takeSame(before, after)
  const lost = before.filter((fact) => !kept.has(fact))
  const fresh = after.filter((fact) => !kept.has(fact))
  const pairs = pair(lost, fresh)
  const paired = new Set(pairs.values())
  const changes = fresh.map((fact): FactChange => {
    const was = pairs.get(fact)
    const place = { section: fact.section, path: fact.path, line: fact.line, first: fact.first }
    return was ? { what: 'changed', ...place, before: was.text, after: fact.text } : { what: 'new', ...place, after: fact.text }
  })
  const gone = lost
    .filter((fact) => !paired.has(fact))
    .map(({ section, path, line, text, first }): FactChange => ({ what: 'gone', section, path, line, before: text, first }))
  return [...changes, ...gone]
}

/** What is said, without the day and the kind of an activity, which stand before whichever of its sentences comes first. */
const sayBare = ({ section, text }: Fact) =>
  section === 'activities' ? text.replace(/^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})? [^:]*: /, '') : text

/** The facts of both sides that say the same; first where they stand in the same file, then wherever they moved to. */
function takeSame(before: readonly Fact[], after: readonly Fact[]): Set<Fact> {
  const kept = new Set<Fact>()
  for (const keyOf of [
    (fact: Fact) => `${fact.section}\n${fact.path}\n${sayBare(fact)}`,
    (fact: Fact) => `${fact.section}\n${sayBare(fact)}`,
  ]) {
    const waiting = Map.groupBy(
      before.filter((fact) => !kept.has(fact)),
      keyOf,
    )
    for (const fact of after.filter((one) => !kept.has(one))) {
      const same = waiting.get(keyOf(fact))?.shift()
      if (same) kept.add(fact).add(same)
    }
  }
  return kept
}

/** Pairs what is gone with what came in its place, within one section of one file: the same label, or much the same words. */
function pair(lost: readonly Fact[], fresh: readonly Fact[]): Map<Fact, Fact> {
  const keyOf = ({ section, path }: Fact) => `${section} ${path}`
  const byPlace = Map.groupBy(lost, keyOf)
  const pairs = new Map<Fact, Fact>()
  for (const [place, own] of Map.groupBy(fresh, keyOf)) {
    const there = byPlace.get(place) ?? []
    if (there.length > 0) for (const [fact, was] of pairWithin(there, own)) pairs.set(fact, was)
  }
  const used = new Set(pairs.values())
  const open = (facts: readonly Fact[]) => facts.filter((fact) => fact.section === 'next' && !pairs.has(fact) && !used.has(fact))
  for (const [fact, was] of pairLabels(open(lost), open(fresh))) pairs.set(fact, was)
  return pairs
}

/** What is called the same, where only one on each side is; what is computed rests on another file each time. */
function pairLabels(lost: readonly Fact[], fresh: readonly Fact[]): Map<Fact, Fact> {
  const labels = Map.groupBy(lost, labelOf)
  return new Map(
    [...Map.groupBy(fresh, labelOf)].flatMap(([label, own]) => {
      const there = labels.get(label) ?? []
      return label !== '' && own.length === 1 && there.length === 1 ? [[own[0]!, there[0]!] as const] : []
    }),
  )
}

/** Above so many pairs, texts are not compared word by word. */
const mostPairs = 40_000

function pairWithin(lost: readonly Fact[], fresh: readonly Fact[]): Map<Fact, Fact> {
  const pairs = pairLabels(lost, fresh)
  const used = new Set(pairs.values())
  if (lost.length * fresh.length > mostPairs) return pairs
  const words = new Map([...lost, ...fresh].map((fact) => [fact, wordsOf(fact)]))
  const likes = fresh.flatMap((fact) =>
    pairs.has(fact) ? [] : lost.map((was) => ({ fact, was, like: likeness(words.get(fact)!, words.get(was)!) })),
  )
  for (const { fact, was } of likes.filter(({ like }) => like >= 0.5).sort((a, b) => b.like - a.like))
    if (!pairs.has(fact) && !used.has(was)) {
      pairs.set(fact, was)
      used.add(was)
    }
  return pairs
}

/** What a value is called: all before the colon, and for the line that names a record just that. Tasks and running text have none. */
function labelOf({ section, text, first }: Fact): string {
  const isProse = section === 'notes' || section === 'activities' || section === 'documents' || section === 'toolkit'
  if (isProse && !first) return ''
  if (section === 'people' && first) return 'first'
  if (section === 'activities' && first) return 'first'
  const [, label = ''] = /^([^:]{1,80}): /.exec(text) ?? []
  return isProse || label === 'to do' ? '' : `${first} ${label}`
}

const wordsOf = ({ text }: Fact) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))

/** How much two sets of words have in common, from 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length
  return both === 0 ? 0 : both / (a.size + b.size - both)
}
