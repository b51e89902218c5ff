import { weighStatement } from '../../../formulas/weigh-statement.ts'
import { readStatement } from '../../../records/statements/read-statement.ts'
import { plainWords, words } from './plain-words.ts'

const not = "(?:do|does|did|is|are|was|were|has|have|can|could|will|would)(?: not|n't)|cannot|not|never|no longer"

/** What people hold against an offer, by what it is about. */
const grounds = [
  words(
    `too (?:expensive|dear|much|high|costly)|overpriced|pricey|over budget|(?:lower|cheaper|better|smaller) (?:[^ ]+ )?price|discounts?|rebates?|(?:per ?cent|[^ ]*%) (?:off|less|lower)|(?:cut|reduce|take|save) .{0,40}(?:per ?cent|[^ ]*%)|price .{0,60}(?:is a no|too|higher|problem)|costs? (?:too|more than)|zu teuer|zu hoch|rabatt|nachlass|günstiger|trop cher|remise|te duur|korting|demasiado caro|descuento`,
  ),
  words(
    `no (?:[^ ]+ )?(?:budget|money)|budget .{0,30}(?:not|closed|frozen|gone|spent)|(?:not|nothing) (?:yet )?(?:been )?(?:budgeted|approved|funded)|year is closed|payment after|kein(?:e|en)? budget|budget .{0,30}(?:nicht|gesperrt)|nicht genehmigt|pas de budget|geen budget|sin presupuesto`,
  ),
  words(
    `(?:${not}) (?:believe|trust|like|want|see why|see the|understand why|need)|unconvinced|sceptic(?:al)?|skeptic(?:al)?|doubt(?:s|ed|ful)?|concern(?:s|ed)?|worr(?:y|ies|ied|ying)|afraid|hesitat[^ ]+|reluctan[^ ]+|reservations?|uneasy|unhappy|dislike[sd]?|object(?:s|ed|ions?)|complain(?:s|ed|t|ts)?|push(?:ed|es|ing)? back|pushback|bedenken|einwand|einwände|zweifel[^ ]*|unzufrieden|skeptisch|inquiet[^ ]*|réticen[^ ]*|doutes?|zorgen|twijfel[^ ]*|preocupa[^ ]*`,
  ),
  words(
    `deal ?breaker|show ?stopper|unacceptable|red line|no go|is a no|blocks? (?:us|it|the)|veto(?:es)?|stopped? (?:it|us|two|the)|no drawing|against (?:us|it|the|any)|is (?:a |the )?condition|son condición|ist bedingung`,
  ),
  words(
    `lock ?in|risk(?:s|y)?|what (?:exactly )?stops|what happens (?:to|when)|liability|liable|clause \\d+|clausola \\d+|haftung|penalt(?:y|ies)|lacks? (?:an? |the )?[^ ]+|(?:missing|no such) (?:feature|function|interface|language)|feature missing|no (?:mobile )?app|(?:we|you|it|that) (?:only|cannot|can't|could not|do not|don't) (?:do|have|support|offer)|where we (?:were|are) weak|false alarms?|fehlt|fehlen`,
  ),
  words(
    `no (?:date|decision|hurry|answer)|no reason to hurry|not before|not this year|wait(?:s|ing)? until|nothing new|postpone[ds]?|delay(?:s|ed)?|on a pile|noch nicht|erst (?:im|nach)|pas avant|too (?:late|early|long|slow|busy)`,
  ),
]

/** Where it is said that there is none. */
const denied = words(
  `no(?:body)? (?:objections?|concerns?|doubts?|worries|complaints?|risks?|pushback)|without (?:objection|concern|doubt)|(?:${not}) (?:worry|doubt|object|complain|be afraid)|no (?:more than [^ ]+ )?false alarms?|nichts dagegen|keine bedenken`,
  'g',
)

/** How much a sentence speaks against us, from 0 (not at all) to 1; half of it by what it names, the rest by how it is worded. */
export function weighObjection(text: string): number {
  const told = plainWords(text).replace(denied, ' ')
  const named = grounds.filter((ground) => ground.test(told)).length
  if (named === 0) return 0
  const { kinds } = weighStatement(readStatement(text))
  return Math.min(1, 0.3 + 0.2 * named + 0.3 * kinds.objection) * (text.endsWith('?') ? 0.8 : 1)
}
