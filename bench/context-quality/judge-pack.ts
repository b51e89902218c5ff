import { type Fact, isCurrent } from './fact.ts'
import { bare } from './find-line.ts'
import { type Kind, kinds } from './parts.ts'
import { keyOf, mark, type ReadPack } from './read-pack.ts'

/** What a pack is worth: the parts of current facts it tells (by importance), and where it misleads. */
export type Verdict = {
  recall: number
  byKind: Record<Kind, number>
  missing: Fact[]
  /** Replaced facts that are shown as if they held. */
  wrong: Fact[]
  /** Replaced facts that are shown with what replaced them, or a mark that cites it. */
  told: Fact[]
  /** Current facts whose line is marked as replaced by something that is not about them. */
  slandered: Fact[]
  citations: { all: number; wrong: string[] }
}

/** Judges a pack against what was planted; `files` are the workspace's, by path. */
export function judgePack(pack: ReadPack, facts: readonly Fact[], files: ReadonlyMap<string, string>): Verdict {
  const shown = new Map(facts.map((fact) => [fact, pack.lines.filter(({ text }) => text.includes(fact.sentence))] as const))
  const isShown = (fact: Fact) => shown.get(fact)!.length > 0
  const isCited = (fact: Fact) => shown.get(fact)!.some(({ cites }) => fact.spots.some((spot) => cites.includes(keyOf(spot))))
  const current = facts.filter(isCurrent)
  const replaced = facts.filter((fact) => !isCurrent(fact) && isShown(fact))
  const isMisleading = (fact: Fact) => {
    if (fact.later.some(isShown)) return false
    const places = fact.later.flatMap(({ spots }) => spots.map(keyOf))
    return !shown.get(fact)!.every(({ marks }) => marks.some((place) => places.includes(place)))
  }
  const recallOf = (some: readonly Fact[]) => weigh(some.filter(isCited)) / weigh(some)
  return {
    recall: recallOf(current),
    byKind: Object.fromEntries(kinds.map((kind) => [kind, recallOf(current.filter((fact) => fact.kind === kind))])) as Record<
      Kind,
      number
    >,
    missing: current.filter((fact) => !isCited(fact)),
    wrong: replaced.filter(isMisleading),
    told: replaced.filter((fact) => !isMisleading(fact)),
    slandered: current.filter((fact) => shown.get(fact)!.some(({ marks, cites }) => marks.length > 0 && cites.length === 1)),
    citations: judgeCitations(pack, shown, files),
  }
}

const weigh = (facts: readonly Fact[]) => facts.reduce((sum, { importance }) => sum + importance, 0)

/** Every citation must lead to a line that says what the cited line says; every fact that is shown must be cited where it stands. */
function judgeCitations(
  { lines, lost }: ReadPack,
  shown: ReadonlyMap<Fact, ReadPack['lines']>,
  files: ReadonlyMap<string, string>,
): Verdict['citations'] {
  const open = openFiles(files)
  const wrong = lost.map((part) => `no such source: ${part}`)
  let all = lost.length
  for (const [n, { text, cites, marks }] of lines.entries()) {
    const before = lines[n - 1]
    for (const place of [...cites, ...marks]) {
      all++
      const found = open(place)
      if (!found) wrong.push(`no such line: ${place}`)
      else if (found !== 'front matter' && cites.includes(place)) {
        const whole = before?.cites.includes(place) ? `${before.text} ${text}` : text
        if (!isSaidBy(whole, found)) wrong.push(`${place} does not say: ${text}`)
      }
    }
  }
  for (const [{ sentence, spots }, own] of shown)
    for (const { cites } of own) {
      all++
      if (!spots.some((spot) => cites.includes(keyOf(spot))))
        wrong.push(`${cites.join(' ') || 'nothing'} is cited for: ${sentence}`)
    }
  return { all, wrong }
}

const cited = /\[\d+\]/g
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** So many words in a row that both have are proof, or all there are where there are fewer. */
const proof = 3

/** Whether a line of a body (with the two after it, for what begins at its end) says something of what it is cited for. */
function isSaidBy(text: string, { own, following }: Place): boolean {
  const said = wordsOf(text.replaceAll(mark, ' ').replaceAll(cited, ' '))
  const all = [...own, ...following]
  const padded = ` ${said.join(' ')} `
  const least = Math.min(proof, said.length)
  const isIn = (words: readonly string[]) => words.length > 0 && padded.includes(` ${words.join(' ')} `)
  return (
    (own.length < proof && isIn(own)) ||
    all.slice(0, Math.max(1, own.length)).some((_, n) => n + least <= all.length && isIn(all.slice(n, n + least)))
  )
}

/** The words of a line, and those of the two lines after it. */
type Place = { own: string[]; following: string[] }

/** Opens a place; in front matter, where values are told in other words, there is nothing to compare. */
function openFiles(files: ReadonlyMap<string, string>) {
  return (place: string): Place | 'front matter' | undefined => {
    const colon = place.lastIndexOf(':')
    const lines = files.get(place.slice(0, colon))?.split('\n')
    const at = Number(place.slice(colon + 1)) - 1
    if (lines?.[at] === undefined) return undefined
    const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1
    if (at <= end || !place.slice(0, colon).endsWith('.md')) return 'front matter'
    const wordsAt = (n: number) => wordsOf(bare(lines[n] ?? ''))
    return { own: wordsAt(at), following: [...wordsAt(at + 1), ...wordsAt(at + 2)] }
  }
}
