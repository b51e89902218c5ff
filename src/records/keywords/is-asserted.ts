import type { Found, Phrase } from './find-phrase.ts'
import { isPast, type Language } from './inflect.ts'
import {
  affirming,
  asking,
  awaiting,
  bygoneDays,
  conditional,
  conjunctions,
  denial,
  denying,
  doubting,
  gladly,
  inverted,
  ofOthers,
  passive,
  polite,
  requesting,
  revoked,
  takenBack,
  toCome,
  turns,
  undoneLater,
  wondering,
} from './word-lists.ts'
import type { Word } from './words.ts'

/** A thought of a sentence: the places of its first word and of the one behind its last. */
type Thought = { from: number; to: number }

/** Whether a sentence says that the phrase is so: it is not denied, asked, hoped for or left open. */
export function isAsserted(sentence: readonly Word[], text: string, found: Found, phrase: Phrase, language: Language): boolean {
  const [first, last] = [Math.min(...found), Math.max(...found)]
  const thoughts = splitThoughts(sentence, first, last)
  const own = thoughts.findIndex(({ from, to }) => from <= first && first < to)
  const { from, to } = thoughts[own]!
  const begin = carriedFrom(sentence, thoughts, own)
  const isOwn = (at: number) => found.includes(at)
  const say = (start: number, end: number) =>
    sentence
      .slice(start, end)
      .map(({ word }) => word)
      .join(' ')
  const before = say(begin, first)
  const asksUs = isBase(phrase, sentence[first]!.word) && polite.test(`${before} `)
  const after = say(last + 1, to)
  const fact = afterFact(sentence, begin, first)
  const governing = sentence.slice(fact, last).flatMap(({ word }, n, { length }) => {
    const at = last - length + n
    return isOwn(at) || isHarmless(sentence, at, from) ? [] : [word]
  })
  const lists = (by: typeof denying) => [by.en, ...(language === 'en' ? [] : [by[language]])]
  const has = (by: typeof denying, words: readonly string[]) => words.some((word) => lists(by).some((list) => list.has(word)))
  const again = sentence.findIndex(
    ({ word, gap }, at) => at > first && at < last && gap === 'comma' && /^(?:it|they)$/.test(word),
  )
  const start = again < 0 ? begin : again
  const denied = sentence.slice(start, last).flatMap(({ word }, n) => (isOwn(start + n) ? [] : [word]))
  if (has(denying, denied.join(' ').replace(affirming, ' ').split(' '))) return false

  const isEvent = phrase.words.some((word) => isPast(word)) || language !== 'en'
  if (asksUs) return true
  if (has(doubting, governing) || isModalMay(sentence, begin, last) || (isEvent && has(awaiting, governing))) return false
  if (isEvent && !gladly.test(before) && (wondering.test(before) || requesting.test(before) || requesting.test(denied.join(' '))))
    return false
  if (isLater(sentence.slice(begin, last)) || toCome.test(before)) return false
  if (isOver(sentence, thoughts, own, first) || isOthers(sentence, say(begin, last), first, last)) return false
  if (isBase(phrase) && isPast(sentence[found[0]!]!.word) && /\byou(?: (?:already|have|had|just))*$/.test(before)) return false

  const others = thoughts.filter((_, n) => n !== own).map((thought) => ({ ...thought, text: say(thought.from, thought.to) }))
  if (others.some((other) => other.to <= from && conditional.test(other.text))) return false
  const next = others.find((other) => other.from >= to)
  if (next && conditional.test(next.text)) return false
  if (next && next.text.split(' ').every((word) => denial.has(word))) return false
  if (takenBack.test(after) || revoked.test(after) || others.some((other) => other.from >= to && undoneLater.test(other.text)))
    return false
  if (/^(?:once|when|after)\b/.test(after) && !sentence.slice(begin, last).some(({ word }) => isBygone(word))) return false
  return !isAsked(
    text,
    say(from, to),
    say(0, sentence.length),
    thoughts.slice(own + 1).map((later) => say(later.from, later.to)),
  )
}

/** A phrase that begins with what one does: "send us a quote". */
const isBase = ({ words: [word = ''] }: Phrase, said = word) => said === word && !isPast(word) && !/(?:ing|[^s]s)$/.test(word)

/** "last year the budget was approved", "we are done looking for a solution" */
function isOver(sentence: readonly Word[], thoughts: readonly Thought[], own: number, first: number): boolean {
  const told = ({ from, to }: Thought) =>
    sentence
      .slice(from, to)
      .map(({ word }) => word)
      .join(' ')
      .replaceAll(" 's", '')
  const [before, at] = [thoughts[own - 1], thoughts[own]!]
  if (bygoneDays.test(told(at)) || (before && before.to - before.from <= 6 && bygoneDays.test(told(before)))) return true
  const last = sentence[first - 1]?.word ?? ''
  if (
    sentence[first]!.word.endsWith('ing') &&
    /(?:^| )(?:done|finished|stopped|quit|paused|halted|ceased|abandoned|postponed|suspended|delayed|avoided|against|from|(?:gave|give|given) up)$/.test(
      `${sentence[first - 2]?.word} ${last}`,
    )
  )
    return true
  return /^(?:old|previous|prior|expired)$/.test(last)
}

/** "our sister company's budget", "their budget at Globex" */
function isOthers(sentence: readonly Word[], told: string, first: number, last: number): boolean {
  const at = sentence.findIndex(({ word }, n) => n > first && n <= last && word === 'at')
  const isThere = at >= 0 && sentence[at + 1]?.isCapital === true && /^(?:their|his|her)$/.test(sentence[first - 1]?.word ?? '')
  return isThere || ofOthers.test(told.replace(/^.* that /, ''))
}

/** "once again", "did get" and "yet" where it means "but" leave nothing open. */
function isHarmless(sentence: readonly Word[], at: number, from: number): boolean {
  const { word } = sentence[at]!
  if (word === 'once') return /^(?:again|more)$/.test(sentence[at + 1]!.word)
  if (word === 'yet') return at === from && sentence[at + 1]!.word !== 'to'
  return word === 'get' && sentence[at - 1]?.word === 'did'
}

/** Splits a sentence at its signs and turns, but for those within the phrase. */
function splitThoughts(sentence: readonly Word[], first: number, last: number): Thought[] {
  const starts = sentence.flatMap(({ word, gap }, at) => {
    if (at === 0 || (at > first && at <= last)) return []
    const isNowThat = word === 'now' && sentence[at + 1]?.word === 'that'
    return gap !== '' || turns.has(word) || conjunctions.has(word) || isNowThat || (word === 'so' && at > last) ? [at] : []
  })
  return [0, ...starts].map((from, n, all) => ({ from, to: all[n + 1] ?? sentence.length }))
}

/** Where what governs a thought begins: "we have not, as of today, approved it" and "wir hoffen, dass …" before the comma. */
function carriedFrom(sentence: readonly Word[], thoughts: readonly Thought[], own: number): number {
  const before = thoughts
    .slice(0, own)
    .findLast(({ from, to }) => to - from > 1 && /^(?:not|never|nicht|pas|neither|nor)$/.test(sentence[to - 1]!.word))
  const pair = thoughts
    .slice(0, own)
    .findLast(({ from }) => sentence[from]!.word === 'neither' || sentence[from]!.word === 'weder')
  const isTold = /^(?:dass|that|que)$/.test(sentence[thoughts[own]!.from]!.word)
  return (before ?? pair ?? (isTold ? thoughts[own - 1] : undefined) ?? thoughts[own]!).from
}

/** Behind "glad that" and "says that" what follows is so, whatever is hoped before. */
function afterFact(sentence: readonly Word[], from: number, to: number): number {
  const fact =
    /^(?:glad|happy|great|good|pleased|thrilled|delighted|news|says|said|told|announced|confirm|confirms|confirmed|mentioned|wrote|fact|relieved)$/
  const own = sentence.slice(from, to).map(({ word }) => word)
  const announced = gladly.exec(own.join(' '))?.[0]
  if (announced) return from + announced.trim().split(' ').length
  const at = own.findIndex((word, n) => word === 'that' && fact.test(own[n - 1] ?? ''))
  return at < 0 ? from : from + at + 1
}

const isBygone = (word: string) => /^(?:was|were|had|got|been)$/.test(word)

/** The month is written large and no verb follows it. */
const isModalMay = (sentence: readonly Word[], from: number, to: number) =>
  sentence
    .slice(from, to)
    .some(({ word }, n, all) => word === 'may' && /^(?:be|have|get|not|still|soon|also|well|only)$/.test(all[n + 1]?.word ?? ''))

/** "when the budget is approved" is still to come, "when it was" is not. */
const isLater = (words: readonly Word[]) => {
  const at = words.findIndex(({ word }) => /^(?:when|whenever|after)$/.test(word))
  return at >= 0 && !words.slice(at).some(({ word }) => isBygone(word)) && words.slice(at).some(({ word }) => passive.has(word))
}

function isAsked(text: string, own: string, whole: string, later: readonly string[]): boolean {
  if (inverted.test(own) || inverted.test(whole)) return true
  if (!/\?["”’)\]]*$/.test(text)) return false
  const end = later.at(-1)
  if (end === undefined || asking.test(own)) return true
  return !asking.test(end) || (end.split(' ').length <= 3 && !/^(?:who|what|when|where|why|which|how)\b/.test(end))
}
