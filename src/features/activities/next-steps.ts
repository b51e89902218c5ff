import { findDay } from '../../records/days/day-words.ts'

/** What a text promises or asks to be done next, and by which day if it names one. */
export type NextStep = { step: string; date?: string }

/** Verbs by which a sentence that begins with them asks for something. */
const verbs =
  'add|align|arrange|ask|book|bring|chase|circle|clarify|close|collect|complete|confirm|connect|contact|coordinate|create|deliver|discuss|escalate|finalise|finalize|find|finish|fix|follow|forward|gather|get|give|go|hand|intro|introduce|invite|involve|kick|loop|mail|make|meet|negotiate|organise|organize|pass|ping|prepare|present|propose|provide|put|reach|remind|reply|request|resend|respond|return|revise|run|schedule|send|set|share|show|sign|start|submit|sync|take|talk|tell|touch|try|update|upload|verify|walk|work|write'
/** Words that are verbs and nouns: `Call Jo` asks, `Call with Jo` tells. */
const nouns = 'call|chat|check|demo|draft|email|e-mail|estimate|invoice|order|outline|plan|quote|review|text|visit'

const asks = new RegExp(
  `^(?:${verbs})\\b(?!['’:])|^(?:${nouns})\\b(?!['’:])(?!\\s+(?:with|from|about|at|was|is|has|had|went|will|to|of|by|for|\\w+ed|sent|done|held)\\b)(?=\\s)`,
  'i',
)
const courtesy = /^(?:(?:ok(?:ay)?|so|then|and|also|please|pls|finally|lastly|next)\b[,:]?\s+)+/i
const will =
  /^(?:(?:i|we|me)\s+(?:will|shall|must|should|(?:still\s+)?(?:need|have|want|plan|promised|agreed)\s+to|am\s+going\s+to|are\s+going\s+to)|(?:i|we)['’]ll|(?:will|need\s+to|have\s+to|must|let['’]?s|let\s+us|going\s+to|remember\s+to|don['’]?t\s+forget\s+to))\s+/i
const theyWill = new RegExp(
  `^(?<who>\\p{Lu}[\\p{L}'’.-]*(?:\\s\\p{Lu}[\\p{L}'’.-]*)?|he|she|they)(?:\\s+will|['’]ll)\\s+(?:(?:${verbs}|${nouns}|be\\s+sending|come\\s+back|decide)\\b)`,
  'iu',
)
const marker = /^(?:next(?:\s+steps?)?|todo|to[- ]do|action(?:\s+items?|s)?|follow[- ]?ups?)\s*(?::|\s[-–—]\s)\s*/i
const bullet = /^\s*(?:[-*+•]|\d{1,2}[.)])\s+/

const negated = /\b(?:not|never|nothing|nobody|no\s+one|no\s+need|no\s+longer|cannot|none|cancel(?:l?ed)?)\b|n['’]t\b/i
const past =
  /\b(?:yesterday|ago|already|earlier|previously|last\s+(?:week|month|quarter|year|night|mon|tue|wed|thu|fri|sat|sun)\w*)\b/i
const wasDone =
  /^(?:sent|did|done|called|emailed|mailed|scheduled|booked|met|had|spoke|talked|shared|discussed|agreed|was|were|\w{3,}ed)\b/i

/** Reads what is to be done next from a text written on `day`. Modest: questions, what is past and what is negated are left alone. */
export function findNextSteps(text: string, day: string): NextStep[] {
  const steps: NextStep[] = []
  let listing = false
  for (const line of text.split(/\r?\n/)) {
    const isBullet = bullet.test(line)
    if (listing && line.trim() !== '' && !isBullet) listing = false
    if (/^\s*>/.test(line) || /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]/.test(line)) continue
    const said = line.replace(bullet, '').replace(/^#+\s+/, '')
    if (marker.exec(said)?.[0].length === said.length && said.trim() !== '') listing = true
    for (const sentence of sentencesOf(said).flatMap((one) => splitSteps(one, day))) {
      const found = readSentence(sentence, day, listing && isBullet)
      if (found && !steps.some(({ step }) => step.toLowerCase() === found.step.toLowerCase())) steps.push(found)
    }
  }
  return steps
}

const another = new RegExp(`,?\\s+(?:and(?:\\s+then)?|then)\\s+(?=(?:${verbs}|${nouns})\\s)`, 'i')

/** `Send MSA Fri and call Jo Mon` is two steps: the first has its day. */
function splitSteps(sentence: string, day: string): string[] {
  const join = another.exec(sentence)
  if (!join || !findDay(sentence.slice(0, join.index), day)) return [sentence]
  return [sentence.slice(0, join.index), ...splitSteps(sentence.slice(join.index + join[0].length), day)]
}

/** Sentences of a line. */
export function sentencesOf(line: string): string[] {
  const ends = /(?<=[.!?…])\s+(?=[\p{Lu}\p{N}"“(@-])|;\s+/u
  const parts = line.split(ends).reduce<string[]>((all, part) => {
    const before = all.at(-1)
    if (before && abbreviated.test(before)) return [...all.slice(0, -1), `${before} ${part}`]
    return [...all, part]
  }, [])
  return parts.map((part) => part.trim()).filter(Boolean)
}

const abbreviated =
  /(?:^|\s)(?:mr|mrs|ms|dr|prof|st|e\.g|i\.e|approx|inc|ltd|corp|co|vs|no|nr|ca|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\.$/i

function readSentence(sentence: string, day: string, listed: boolean): NextStep | undefined {
  if (/\?["”)]*$/.test(sentence) || negated.test(firstClause(sentence)) || past.test(sentence)) return undefined
  const marked = listed || marker.test(sentence)
  const rest = withoutDay(sentence.replace(marker, '').replace(courtesy, ''), day)
  const bare = rest.text.replace(courtesy, '')
  const asked = bare.replace(will, '').replace(courtesy, '')
  if (negated.test(firstClause(asked)) || wasDone.test(asked)) return undefined
  if (!marked && !(asks.test(asked) && !isTold(asked)) && !theyWill.test(bare)) return undefined
  const step = tidy(asks.test(asked) || marked ? asked : bare)
  return step.length < 3 || (!marked && !step.includes(' ')) ? undefined : { step, ...(rest.date && { date: rest.date }) }
}

const startsWithNoun = new RegExp(`^(?:${nouns})\\b`, 'i')
const isTold = (asked: string) => startsWithNoun.test(asked) && /\b(?:was|were|went|is|looks?)\b/i.test(asked)

const firstClause = (sentence: string) => sentence.split(/,\s|\s[-–—]\s|\sbut\s/)[0]!

/** Words after which a day belongs to the thing named, not to when it is done: `the Friday meeting`, `notes from Friday`. */
const attached = /(?:\b(?:the|our|your|their|his|her|that|a|an|of|from|since|after|until|till|than|or|not|not\s+before)\s+)$/i
const preposition = /(?:[,(–—-]\s*)?(?:\b(?:by|on|before|due|for|at|come|starting|no\s+later\s+than|latest)\s+)*$/i
const goesOn =
  /^\s*(?:$|[.,;:!)–—-]|(?:at|by|with|so|to|for|and|then|if|when|once|in|on|from|via|because|since|as|after|before|latest|please|pls)\b|@|\d)/i

/** A sentence without the day it is due, and that day. A day that says something else stays where it is. */
function withoutDay(sentence: string, from: string): { text: string; date?: string } {
  const found = findDay(sentence, from)
  if (!found || found.day < from) return { text: sentence }
  const before = sentence.slice(0, found.index)
  const after = sentence.slice(found.index + found.length)
  const leads = /^(?:by|on)?\s*$/i.test(before)
  if (
    attached.test(before) ||
    !(leads || goesOn.test(after)) ||
    /^\s+(?:or|to|-|–)\s+\w/i.test(after.replace(/^\s+to\s+(?!\d)\w/i, ' '))
  )
    return { text: sentence }
  const start = before.replace(preposition, '').trimEnd()
  const end = leads ? after.replace(/^\s*[,:–—-]?\s*/, '') : after.replace(/^\s*\)/, '')
  return { text: start && end && !/^[\s.,;:!)]/.test(end) ? `${start} ${end}` : `${start}${end}`, date: found.day }
}

/** One line, without what ends it, a capital first, and no longer than a next step can be read at a glance. */
function tidy(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/^[\s,;:–—-]+|[\s.,;:!–—-]+$/g, '')
  const short = line.length > longest ? `${line.slice(0, longest - 1).replace(/\s+\S*$/, '')}…` : line
  return short.slice(0, 1).toUpperCase() + short.slice(1)
}

const longest = 100
