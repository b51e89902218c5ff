import type { Words } from './split-words.ts'

/** What a word of a sentence gives: an amount of money, a share, a count, a day or month; names are told apart by their capital. */
export type Value = { at: number; kind: 'money' | 'share' | 'count' | 'day' | 'month' | 'name' }

const money = /^[€$£¥]\d|^\d[\d.,]*[€$£¥]$/
const currencies = new Set('€ eur usd gbp chf jpy sek euro euros dollar dollars pound pounds franc francs bucks grand'.split(' '))
const shares = new Set('% percent prozent pct'.split(' '))
const short = /^[€$£¥]?\d+(?:[.,]\d+)*(?:k|m|mn|bn|mio|tsd)$/
const share = /^\d+(?:[.,]\d+)?%$/
const number = /^\d+(?:[.,]\d+)*(?:x|st|nd|rd|th)?$/
const date = /^(?:\d{4}-\d{2}(?:-\d{2})?|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|[qh][1-4](?:[/-]?\d{2,4})?|20[2-4]\d)$/
const months = new Set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
  januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre`.split(
    /\s+/,
  ),
)
const weekdays = new Set(
  `monday tuesday wednesday thursday friday saturday sunday tomorrow easter christmas midsummer thanksgiving michaelmas ascension pentecost
  montag dienstag mittwoch donnerstag freitag lundi mardi mercredi jeudi vendredi year-end quarter-end month-end spring summer autumn
  winter fall`.split(/\s+/),
)
const spelled = new Set(
  `two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
  million dozen zwei drei vier fünf zehn zwölf zwanzig deux trois quatre cinq dix vingt`.split(/\s+/),
)

/** Finds what stands in a sentence for an amount, a day or a name, by place of its word. */
export function findValues({ plain, named }: Words): Value[] {
  const names = new Set(named)
  const found: Value[] = []
  for (const [at, word] of plain.entries()) {
    const kind = valueKind(word, at, plain, names.has(at))
    if (kind) found.push({ at, kind })
  }
  return found
}

function valueKind(word: string, at: number, words: readonly string[], isNamed: boolean): Value['kind'] | undefined {
  const code = word.charCodeAt(0)
  if (isFigure(code)) {
    if (money.test(word) || short.test(word)) return 'money'
    if (share.test(word)) return 'share'
    if (date.test(word)) return 'day'
    if (number.test(word)) return months.has(words[at + 1] ?? '') || months.has(words[at - 1] ?? '') ? 'day' : 'count'
  }
  if (code === 113 || code === 104) if (date.test(word)) return 'day'
  if (currencies.has(word)) return 'money'
  if (shares.has(word)) return 'share'
  if (months.has(word)) return isMonth(word, at, words, isNamed) ? 'month' : undefined
  if (weekdays.has(word)) return 'day'
  if (word === 'quarter') return words[at + 1] === 'of' ? undefined : 'day'
  if (spelled.has(word) || (word.includes('-') && spelled.has(word.slice(0, word.indexOf('-'))))) return 'count'
  return isNamed ? 'name' : undefined
}

const isFigure = (code: number) => (code >= 48 && code <= 57) || code === 36 || code === 163 || code === 165 || code === 0x20ac

/** `may` and `march` are months where they have a capital and begin no sentence, or stand beside a number. */
const isMonth = (word: string, at: number, words: readonly string[], isNamed: boolean) =>
  !['may', 'march', 'mar', 'mars'].includes(word) || isNamed || /^\d/.test(words[at + 1] ?? '') || /^\d/.test(words[at - 1] ?? '')
