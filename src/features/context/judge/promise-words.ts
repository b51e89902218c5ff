import { words as word } from './plain-words.ts'

const deeds =
  'send|get|give|share|forward|prepare|write|draft|check|ask|find out|come back|follow up|confirm|provide|deliver|call|ring|phone|arrange|set up|schedule|organi[sz]e|look into|look at|fix|update|revise|add|include|make|bring|show|introduce|put|book|quote|review|circulate|talk|speak|raise|clarify|answer|respond|reply|return|submit|ship|load|let (?:you|him|her|them) know|work out|sort out|extend|match|build|collect|upload|mail|e ?mail|invite|connect|pass|test|resolve|escalate|chase|draw'
const surely = '(?:also |then |gladly |certainly |personally |just |now |of course )*'

const german =
  'schicken?|senden?|übersenden?|liefern?|liefere|klären?|prüfen?|rechnen?|bringen?|erstellen?|melden?|besorgen?|reichen?|rufen?|kümmern?|kümmere'
const french =
  'enverr[^ ]+|envoie|envoyons|transmettr[^ ]+|fournir[^ ]+|préparer[^ ]+|confirmer[^ ]+|appeller[^ ]+|rappeller[^ ]+|reviendr[^ ]+|reviens|revenons|vérifier[^ ]+|ferai|ferons'

/** How one of us says what they will do, for `plainWords`, in a mail of theirs or in what they noted. */
export const promises = [
  word(`(?:i|we)(?:'ll| will| shall| am going to|'m going to| are going to|'re going to) ${surely}(?:${deeds})`),
  word(
    `(?:said|told (?:him|her|them|you)|agreed|offered|promised) (?:that )?(?:i|we)(?:'d| would|'ll| will) ${surely}(?:${deeds}|have)`,
  ),
  word("(?:i|we|and|have|i've|we've|also) promised"),
  /^ promised /,
  word('(?:i|we) (?:hereby )?promise'),
  word('(?:i|we) owe (?:him|her|them|you)'),
  word(`let me ${surely}(?:${deeds})`),
  word(
    '(?:ich|wir) (?:werden?) .{0,80}(?:schicken|senden|liefern|melden|klären|prüfen|bringen|erstellen|zukommen|nachreichen|anrufen|vorbereiten)',
  ),
  word(`(?:ich|wir) (?:${german})`),
  word(`(?:${german}|lasse) (?:ich|wir) (?:ihnen|dir|euch|das|die|den|es|mich|uns)`),
  word('(?:habe|haben) .{0,60}(?:versprochen|zugesagt)'),
  word(`(?:je|nous) (?:vous |lui |leur |te |t')?(?:${french})`),
  word('(?:ai|avons) promis'),
  word('(?:ik|wij|we) (?:stuur|sturen|zal|zullen|lever|leveren)|stuur ik'),
  word('(?:le|te|les|os) (?:enviaré|enviaremos|mandaré|mandaremos)'),
]

/** The same as it is said in our own mail alone, where "you" are the customer. */
export const promisesToYou = [
  word("you(?:[’']ll| will) (?:have|get|receive|hear)"),
  word('(?:bekommen|erhalten) sie (?:von (?:mir|uns)|bis|am|morgen|heute)'),
  word('vous (?:aurez|recevrez)'),
]

/** How a customer says that we did. */
export const remindersOfOurs = [
  word("you (?:promised|owe (?:me|us)|said (?:that )?you(?:[’']d| would)|were going to)"),
  word('(?:sie haben|ihr habt|du hast) .{0,60}(?:versprochen|zugesagt)'),
  word("vous (?:m[’']aviez|nous aviez|avez|aviez) promis"),
]

/** What is no promise although it has the words of one. */
export const noPromises = word(
  "did(?:n[’']t| not) promise|do(?:n[’']t| not) promise|never promised|(?:as|than) promised|(?:they|he|she|who) promised|nicht versprochen|wie versprochen|comme promis|pas promis",
)

/** How somebody says that a thing was done. */
export const deliveries = word(
  "sent|attached|enclosed|here(?:[’']s| is| are| it is| you are)|as promised|delivered|shared|forwarded|uploaded|(?:goes|went|gone|is) out|left .{0,30}today|received|arrived|thanks for|thank you for|got (?:it|the|your|his|her|their)|is ready|are ready|is done|are done|fixed|answered|showed|walked|anbei|im anhang|geschickt|gesendet|verschickt|erhalten|eingegangen|erledigt|wie versprochen|danke für|ci joint|voici|envoyée?s?|reçue?s?|comme promis|merci pour|bijgaand|verstuurd|ontvangen|adjunto",
)

/** What is kept by any later word of ours to the same people. */
export const beInTouch = word(
  'call|ring|phone|write|come back|get back|follow up|talk|speak|respond|reply|let (?:you|him|her|them) know|melden?|rufen?|anrufen|reviens|reviendr[^ ]+|rappeller[^ ]+',
)
