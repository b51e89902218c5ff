/** The languages whose words are told apart; anything else is read as English. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'nl'

/** Verbs whose past is no -ed: base, past, participle. */
const irregular = new Map(
  [
    'be was were been',
    'become became',
    'begin began begun',
    'bring brought',
    'build built',
    'break broke broken',
    'buy bought',
    'choose chose chosen',
    'come came',
    'cut',
    'do did done',
    'draw drew drawn',
    'drop dropped',
    'fall fell fallen',
    'find found',
    'freeze froze frozen',
    'get got gotten',
    'give gave given',
    'go went gone',
    'grow grew grown',
    'have had',
    'hear heard',
    'hold held',
    'keep kept',
    'know knew known',
    'leave left',
    'lose lost',
    'make made',
    'meet met',
    'pay paid',
    'put',
    'quit',
    'run ran',
    'say said',
    'see saw seen',
    'sell sold',
    'send sent',
    'set',
    'shrink shrank shrunk',
    'speak spoke spoken',
    'spend spent',
    'split',
    'stand stood',
    'take took taken',
    'tell told',
    'think thought',
    'understand understood',
    'win won',
    'withdraw withdrew withdrawn',
    'write wrote written',
  ].flatMap((line) => {
    const [base = '', ...past] = line.split(' ')
    return (past.length > 0 ? past : [base]).map((form): [string, string] => [form, base])
  }),
)

/** Whether an English word is the past or the participle of a verb. */
export const isPast = (word: string) =>
  irregular.has(word) || (/^[a-z]{2,}ed$/.test(word) && !/^(?:need|speed|feed|seed|exceed|proceed|embed)$/.test(word))

const endings: Record<Exclude<Language, 'en'>, ReadonlySet<string>> = {
  de: new Set(['', 'e', 'en', 'er', 'em', 'es', 'n', 's', 't', 'te', 'ten', 'tes', 'ter', 'tem', 'nen']),
  fr: new Set(['', 'e', 's', 'es', 'ee', 'ees', 'er', 'ez', 'ent', 'ons', 'ait', 'ant', 'x']),
  es: new Set(
    'o a os as e es s ar er ir an en amos emos imos ado ada ados adas ido ida idos idas aron ieron io ando iendo'.split(' '),
  ),
  nl: new Set(['', 'e', 'en', 'n', 's', 't', 'te', 'ten', 'de', 'den', 'd']),
}

/** Whether a word of a text is an inflected form of a word of a phrase. A past stays a past, and -ing is no past. */
export function isSameWord(word: string, wanted: string, language: Language): boolean {
  if (word === wanted) return true
  if (language !== 'en' && isFormOf(word, wanted, endings[language])) return true
  if (language !== 'en' && !/^[a-z]+$/.test(wanted)) return false
  if (isPast(wanted) !== isPast(word) && (isPast(wanted) || wanted.endsWith('ing'))) return false
  return stemOf(word) === stemOf(wanted)
}

function isFormOf(word: string, wanted: string, known: ReadonlySet<string>): boolean {
  let common = 0
  while (common < Math.min(word.length, wanted.length) && word[common] === wanted[common]) common++
  for (let at = common; at >= 4; at--) if (known.has(word.slice(at)) && known.has(wanted.slice(at))) return true
  return false
}

/** What the forms of an English word have in common. */
export function stemOf(word: string): string {
  const base = irregular.get(word)
  if (base && base !== word) return stemOf(base)
  if (word.length <= 3 || word.length > 60) return word
  if (/(?:ies|ied)$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  const past = /^(.*[aeiouy].*)(?:ed|ing)$/.exec(word)?.[1]
  if (past && past.length >= 2 && !/^(?:need|speed)$/.test(word)) return undouble(past)
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2)
  if (/[^su]s$/.test(word) && !word.endsWith('is')) return undouble(word.slice(0, -1))
  return undouble(word)
}

const undouble = (stem: string) => (/([bdgklmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem).replace(/e+$/, '')
