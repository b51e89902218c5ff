import { isPast, isSameWord, type Language, stemOf } from './inflect.ts'
import { adverbs, conjunctions, determiners, heads, little, particles, passive, perfect, pronouns, turns } from './word-lists.ts'
import { splitWords, type Word } from './words.ts'

/** Where the words of a phrase stand in a sentence: their places among its words, in the order of the phrase. */
export type Found = readonly number[]

/** A phrase as it is looked for. Something that happens to a noun ("budget approved") is found whichever way it is said. */
export type Phrase = { words: readonly string[]; isEvent: boolean }

/** Reads a keyword; articles and auxiliaries are no part of it unless nothing else is. */
export function readPhrase(keyword: string): Phrase {
  const all = splitWords(keyword).map(({ word }) => word)
  const content = all.filter((word) => !little.has(word))
  const words = content.length > 0 ? content : all
  const [first = '', ...rest] = words
  return {
    words,
    isEvent: rest.length > 0 && isPast(words.at(-1)!) && !particles.has(first) && !rest.some((word) => particles.has(word)),
  }
}

/** All places of a phrase in a sentence. */
export function findPhrase(sentence: readonly Word[], phrase: Phrase, language: Language): Found[] {
  const places = phrase.words.map((wanted) =>
    sentence.flatMap(({ word }, at) => (isSameWord(word, wanted, language) || isDid(sentence, at, wanted) ? [at] : [])),
  )
  const found: Found[] = []
  const goOn = (chosen: readonly number[]) => {
    const next = places[chosen.length]
    if (!next) {
      if (isTied(sentence, phrase, chosen, language)) found.push(chosen)
      return
    }
    for (const at of next) if (!chosen.includes(at) && found.length < 20) goOn([...chosen, at])
  }
  if (places.every((at) => at.length > 0 && at.length < 12)) goOn([])
  return found
}

/** "they did approve it" */
const isDid = (sentence: readonly Word[], at: number, wanted: string) =>
  isPast(wanted) &&
  stemOf(sentence[at]!.word) === stemOf(wanted) &&
  sentence.slice(0, at).findLast(({ word }) => word !== 'not' && !isAdverb(word))?.word === 'did'

function isTied(sentence: readonly Word[], { words, isEvent }: Phrase, at: Found, language: Language): boolean {
  if (words.length === 1) return true
  if (isEvent && language === 'en') {
    const noun = at.slice(0, -1)
    if (!noun.every((place, n) => n === 0 || noun[n - 1] === place - 1)) return false
    const [first, last, verb] = [noun[0]!, noun.at(-1)!, at.at(-1)!]
    return verb > last ? isDoneTo(sentence, last, verb) : isDone(sentence, verb, first, last)
  }
  const rising = at.every((place, n) => n === 0 || place > at[n - 1]!)
  if (rising) return at.every((place, n) => n === 0 || isNear(sentence, at[n - 1]!, place, words[n]!, language))
  const [low, high] = [Math.min(...at), Math.max(...at)]
  return language !== 'en' && words.length === 2 && isPlain(sentence, low, high, 5)
}

const between = (sentence: readonly Word[], from: number, to: number) => sentence.slice(from + 1, to)
const isEnd = ({ gap }: Word) => gap === 'end' || gap === 'colon'

/** "the budget has finally been approved", "budget for Q1 approved" */
function isDoneTo(sentence: readonly Word[], noun: number, verb: number): boolean {
  const gap = between(sentence, noun, verb)
  if (gap.length === 0) return true
  if (gap.length > 10 || [...gap, sentence[verb]!].some(isEnd) || heads.has(gap[0]!.word)) return false
  if (conjunctions.has(gap.at(-1)!.word) && determiners.has(sentence[verb + 1]?.word ?? '')) return false
  const bare = withoutAside([...gap, sentence[verb]!]).slice(0, -1)
  const said = bare.filter(({ word }) => !isAdverb(word))
  if (said.every(({ word }) => passive.has(word) || perfect.has(word) || little.has(word) || /^\d/.test(word))) return true
  const helper = said.findIndex(({ word }) => passive.has(word) || perfect.has(word))
  const last = said.at(-1)!.word
  const again = said.findIndex(({ word, gap: sign }) => sign === 'comma' && /^(?:it|they)$/.test(word))
  if (again >= 0)
    return again < said.length - 1 && said.slice(again + 1).every(({ word }) => passive.has(word) || perfect.has(word))
  if (helper >= 0) {
    const isHelped = said.slice(helper).every(({ word }) => passive.has(word) || perfect.has(word))
    return isHelped && passive.has(last) && !said.some(({ word }) => turns.has(word))
  }
  if (said.some(({ word }) => pronouns.has(word) || turns.has(word))) return false
  if (said.length <= 2 && said.every(({ isCapital }) => isCapital)) return true
  return said.length <= 6 && (particles.has(said[0]!.word) || conjunctions.has(said[0]!.word) || said[0]!.gap === 'comma')
}

/** "approved our full 2027 budget" */
function isDone(sentence: readonly Word[], verb: number, first: number, last: number): boolean {
  const gap = between(sentence, verb, first)
  const blocks = ({ word }: Word) =>
    (particles.has(word) && !little.has(word)) ||
    pronouns.has(word) ||
    conjunctions.has(word) ||
    turns.has(word) ||
    (passive.has(word) && word !== "'s") ||
    perfect.has(word)
  const isNext = ({ word }: Word, n: number) =>
    n > 0 && determiners.has(word) && !isAdverb(gap[n - 1]!.word) && !determiners.has(gap[n - 1]!.word)
  if (gap.some(isNext)) return false
  const inside = sentence.slice(verb + 1, last + 1)
  if (gap.length > 5 || gap.some(blocks) || inside.some(({ gap: sign }, n) => sign !== '' && !(n === 0 && sign === 'colon')))
    return false
  const next = sentence[last + 1]
  return !next || next.gap !== '' || !heads.has(next.word)
}

const isAdverb = (word: string) => adverbs.has(word) || /..ly$/.test(word)

/** Without ", which is 40k," between its commas. */
function withoutAside(words: readonly Word[]): Word[] {
  const from = words.findIndex(({ word, gap }) => gap === 'comma' && pronouns.has(word))
  const to = words.findIndex(({ gap }, n) => n > from && gap === 'comma')
  return from < 0 || to < 0 ? [...words] : [...words.slice(0, from), ...words.slice(to)]
}

/** Whether the next word of a phrase follows closely enough: particles at once, others with describing words between. */
function isNear(sentence: readonly Word[], from: number, to: number, word: string, language: Language): boolean {
  if (particles.has(word)) return isPlain(sentence, from, to, 1)
  return isPlain(sentence, from, to, language === 'en' ? 4 : 6)
}

/** "the renewal is again at risk" */
const isCopula = (gap: readonly Word[]) =>
  gap.some(({ word }) => passive.has(word)) &&
  gap.every(({ word, gap: sign }) => sign === '' && (passive.has(word) || perfect.has(word) || isAdverb(word)))

function isPlain(sentence: readonly Word[], from: number, to: number, most: number): boolean {
  const gap = between(sentence, from, to)
  if (most <= 4 && isCopula(gap) && sentence[to]!.gap === '') return true
  const reached = sentence.slice(from + 1, to + 1)
  /** "switch to another vendor" */
  const isToward = (word: string) => word === 'to' && gap[0]?.word === 'to' && !particles.has(sentence[to]!.word)
  const blocks = ({ word }: Word) =>
    most > 4
      ? conjunctions.has(word) || (turns.has(word) && word !== 'doch')
      : (particles.has(word) && !little.has(word) && !isToward(word)) ||
        pronouns.has(word) ||
        conjunctions.has(word) ||
        turns.has(word) ||
        passive.has(word)
  const isBroken = reached.some(
    (one, n) =>
      (isEnd(one) && !(n === 0 && one.gap === 'colon' && particles.has(sentence[from]!.word))) ||
      (one.gap === 'comma' && (little.has(one.word) || pronouns.has(one.word))),
  )
  const described = gap.filter(({ word }) => !little.has(word) || passive.has(word))
  return (gap.length === 0 ? reached[0]!.gap !== 'end' : !isBroken) && described.length <= most && !gap.some(blocks)
}
