import type { Sentence } from '../item.ts'
import type { Later } from './find-later.ts'
import { type Judged, judgeSaid } from './judge-said.ts'

type Talk = { day: string; said: readonly (Sentence & { own: boolean })[] }

/** Judges what was said on all occasions, oldest first: what only repeats is left off, what a later word replaces is marked with it. */
export function judgeTalks(talks: readonly Talk[]): (Sentence & { judged?: Judged })[][] {
  const own = talks.flatMap(({ day, said }) => said.filter((one) => one.own).map((sentence) => ({ day, sentence })))
  const judged = judgeSaid(own.map(({ day, sentence }) => ({ day, text: sentence.text })))
  const byPassage = new Map<Sentence, Judged>()
  const named = new Set<number>()
  for (const [n, found] of judged.entries()) {
    byPassage.set(own[n]!.sentence, found)
    for (const by of waitedFor(found)) named.add(by)
  }
  // A parent's sentences are judged apart from its customer's, and both stand in one context.
  const nameOf = (n: number) => `${own[n]!.sentence.sources[0]?.path} ${n}`
  const names = new Map([...named].map((n) => [own[n]!.sentence as Sentence, nameOf(n)] as const))
  const mark = ({ by, how }: Later) => {
    const { day, sentence } = own[by]!
    const text = how === 'replaces' ? `superseded ${day.slice(0, 10)} by` : `later on this, ${day.slice(0, 10)}:`
    return { text, sources: sentence.sources.slice(0, 1) }
  }
  return talks.map(({ said }) => {
    let gaps = 0
    return said.flatMap(({ own: isOwn, ...whole }, n) => {
      const found = isOwn ? byPassage.get(said[n]!) : undefined
      if (found?.repeats) {
        gaps++
        return []
      }
      // What a repeated sentence stood between is not told as if one followed the other.
      const sentence = { ...whole, paragraph: whole.paragraph + gaps / 1e6 }
      if (!found) return [sentence]
      const { later } = found
      const id = names.get(said[n]!)
      return [
        {
          ...sentence,
          ...(id && { id }),
          ...(later && { needs: waitedFor(found).map(nameOf) }),
          ...(later && (later.how === 'replaces' || later.how === 'related') && { marks: [mark(later)] }),
          judged: later ? { ...found, worth: found.worth * outdated[later.how] } : found,
        },
      ]
    })
  })
}

const waitedFor = ({ later }: Judged) => (later ? [later.by, ...later.others] : [])

/** What a sentence is still worth when a later one speaks of the same. */
const outdated: Record<Later['how'], number> = { replaces: 0.25, related: 0.3, maybe: 0.4, faint: 0.9 }
