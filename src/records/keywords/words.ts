/** What stands before a word: nothing but space, a comma, or a sign that ends a thought. */
type Gap = '' | 'comma' | 'end' | 'colon'

/** A word of a sentence, in small letters without accents; contractions are taken apart. */
export type Word = { word: string; gap: Gap; isCapital: boolean }

const bare = /^(is|are|was|were|has|have|had|do|does|did|wo|ca|could|should|would|must|need|ai)nt$/
const tails: Record<string, string[]> = { ve: ['have'], re: ['are'], ll: ['will'], d: ['had'], m: ['am'], s: ["'s"] }
const irregular: Record<string, string> = { wo: 'will', ca: 'can', sha: 'shall', ai: 'is' }
const elided = /^(l|d|n|s|j|qu|c|m|t)'(?=\p{L}{2})/u

/** Takes a sentence apart into words. */
export function splitWords(sentence: string): Word[] {
  const words: Word[] = []
  let from = 0
  const told = sentence.replace(/\([^()\d]*\d[^()]*\)|\((?:y|yes|j|ja|o|oui)\s?\/\s?(?:n|no|nein|non)\)/gi, ' ')
  for (const found of told.matchAll(/\p{L}[\p{L}\p{N}]*(?:[-'’ʼ´`][\p{L}\p{N}]+)*|\p{N}[\p{N}\p{L}.,%]*/gu)) {
    const gap = gapIn(told.slice(from, found.index))
    from = found.index + found[0].length
    const parts = splitCompound(fold(found[0])).flatMap(takeApart)
    for (const [n, word] of parts.entries()) words.push({ word, gap: n === 0 ? gap : '', isCapital: /^\p{Lu}/u.test(found[0]) })
  }
  return words
}

/** Small letters without accents, one kind of apostrophe. */
const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[’ʼ´`]/g, "'")
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')

function gapIn(between: string): Gap {
  if (/[:|]/.test(between)) return 'colon'
  if (/[;.!?…()[\]]|\s[-–—]+\s|—/.test(between)) return 'end'
  return /,/.test(between) ? 'comma' : ''
}

const joined = /^(?:pre|non|un|re|self|anti|ex|semi|half|co|e|peut|a|est)-|-t-|-(?:vous|nous|ils?|elles?|on|ce|je|tu|moi|ci|la)$/

/** "budget-approved" is two words; "pre-approved" is another word than "approved". */
const splitCompound = (word: string) => (joined.test(word) ? [word] : word.split('-'))

/** No word is longer; what is longer is no word. */
const longest = 60

function takeApart(word: string): string[] {
  if (word.length > longest) return [word]
  if (word === 'cannot') return ['can', 'not']
  const [, base] = /^(.+)n't$/.exec(word) ?? bare.exec(word) ?? []
  if (base) return [irregular[base] ?? base, 'not']
  const [before] = elided.exec(word) ?? []
  if (before) return [before === "n'" ? 'ne' : before.slice(0, -1), ...takeApart(word.slice(before.length))]
  const [, stem, tail = ''] = /^(.+)'(ve|re|ll|d|m|s)$/.exec(word) ?? []
  return stem ? [stem, ...tails[tail]!] : [word]
}
