import { costOf, margin } from '../../src/formulas/tokens/estimate-tokens.ts'
import { readPassages } from '../../src/records/text/read-passages.ts'
import type { Spot } from './fact.ts'
import { bare } from './find-line.ts'
import type { ReadPack } from './read-pack.ts'

/** A sentence of an account and where it begins. */
export type Sentence = Spot & { text: string }

/** The sentences of all activities, oldest first. */
export function sentencesOf(files: ReadonlyMap<string, string>): Sentence[] {
  return [...files].flatMap(([path, text]) => {
    if (!path.includes('/activities/')) return []
    const from = text.indexOf('\n---\n') + 5
    const first = text.slice(0, from).split('\n').length
    return readPassages(text.slice(from), first).map((passage) => ({ path, line: passage.line, text: bare(passage.text) }))
  })
}

/** The cheapest fair way to cite each sentence: its file once as a heading, then its line and what it says. */
const headCost = (path: string) => costOf(path)
const sayCost = ({ line, text }: Sentence) => costOf(`${line} ${text}`)

/** Takes sentences in this order as long as they fit into a budget of tokens; those that stand in one file stand together. */
export function packSentences(order: readonly Sentence[], budget: number): { pack: ReadPack; tokens: number; text: string } {
  const room = budget * 1000 - margin
  const files = new Map<string, Sentence[]>()
  let spent = 0
  for (const sentence of order) {
    const own = files.get(sentence.path)
    const cost = sayCost(sentence) + (own ? 0 : headCost(sentence.path))
    if (spent + cost > room) break
    spent += cost
    if (own) own.push(sentence)
    else files.set(sentence.path, [sentence])
  }
  const text = [...files]
    .map(([path, own]) => [path, ...own.map(({ line, text: said }) => `${line} ${said}`)].join('\n'))
    .join('\n')
  const lines = [...files.values()]
    .flat()
    .map(({ path, line, text: said }) => ({ text: said, cites: [`${path}:${line}`], marks: [] }))
  return { pack: { lines, lost: [] }, tokens: Math.ceil((costOf(text) + margin) / 1000), text }
}

/** Newest activity first, each in its own order, cut where the budget ends. */
export const newestFirst = (sentences: readonly Sentence[]): Sentence[] =>
  [...Map.groupBy(sentences, ({ path }) => path).entries()].sort(([a], [b]) => (a < b ? 1 : -1)).flatMap(([, own]) => own)

/** What somebody would type who wants the five kinds and has not seen the account. */
const query =
  'decision decided agreed chosen approved, amount number budget price cost, date deadline planned moved, who is responsible for owner lead role, objection concern worried risk problem instead of no longer'

const stem = (word: string) => word.replace(/(?:ies|es|ed|ing|s|e)$/, '')
const termsOf = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stem)

/** Sentences by Okapi BM25 (k1 1.2, b 0.75) against the query, best first. */
export function byRelevance(sentences: readonly Sentence[]): Sentence[] {
  const terms = sentences.map(({ text }) => termsOf(text))
  const mean = terms.reduce((sum, own) => sum + own.length, 0) / terms.length
  const seenIn = new Map<string, number>()
  for (const own of terms) for (const term of new Set(own)) seenIn.set(term, (seenIn.get(term) ?? 0) + 1)
  const asked = [...new Set(termsOf(query))]
  const rarity = new Map(
    asked.map((term) => {
      const n = seenIn.get(term) ?? 0
      return [term, Math.log(1 + (terms.length - n + 0.5) / (n + 0.5))]
    }),
  )
  const scores = terms.map((own) => {
    let score = 0
    for (const term of asked) {
      const often = own.filter((one) => one === term).length
      if (often > 0) score += (rarity.get(term)! * often * 2.2) / (often + 1.2 * (0.25 + (0.75 * own.length) / mean))
    }
    return score
  })
  return sentences
    .map((sentence, n) => ({ sentence, n }))
    .sort((a, b) => scores[b.n]! - scores[a.n]! || b.n - a.n)
    .map(({ sentence }) => sentence)
}
