import { hanCost, hangulCost, isWeighed, kanaCost, type Lead, lower, wordCost } from './word-cost.ts'

/** Which estimator a figure came from; its reference is the vocabulary o200k. */
export const estimator = 'class-scan v1, o200k'

type Class = 'digit' | 'space' | 'sign' | 'letter' | 'han' | 'hangul' | 'kana' | 'rare'

/** Milli-tokens of one line with its line break, on the safe side of o200k; the costs of lines add up to that of the text. */
export const lineCost = (line: string): number => textCost(line) + breakCost(line)

/** Milli-tokens of a text within a line. What begins with a space adds up: the cost of "a b" is that of "a" and that of " b". */
export function textCost(text: string): number {
  let cost = 0
  for (let at = 0; at < text.length; ) {
    const [end, milli] = readPiece(text, at)
    cost += milli
    at = end
  }
  return cost
}

/** A line break is one token with the sign before it, where that is a usual one, and with the break before it. */
function breakCost(line: string): number {
  if (line === '') return 100
  return breaks.has(line.charCodeAt(line.length - 1)) ? 100 : 1000
}

const breaks = new Set(Array.from('.,:;!?)]}>"-*|', (char) => char.charCodeAt(0)))

/** Milli-tokens of a text of many lines. */
export const costOf = (text: string): number => text.split('\n').reduce((sum, line) => sum + lineCost(line), 0)

/** What a short text may need beyond the estimate, whose errors have not evened out yet; in milli-tokens. */
export const margin = 6_000

/** Tokens of a text, on the safe side of o200k. */
export const estimateTokens = (text: string): number => Math.ceil((costOf(text) + margin) / 1000)

type Piece = [end: number, milli: number]

/** One piece as o200k cuts a text: digits by three, a word with the one sign or space before it, signs, spaces. */
function readPiece(line: string, at: number): Piece {
  const kind = classAt(line, at)
  if (kind === 'digit') return readDigits(line, at)
  if (kind === 'space') return readSpaces(line, at)
  if (kind !== 'sign') return readWord(line, at, 'nothing')
  const next = at + width(line, at)
  const isLead = next < line.length && isLetter(classAt(line, next))
  if (!isLead || next > at + 1) return readSigns(line, at)
  return readWord(line, next, line[at] === "'" || line[at] === '’' ? 'apostrophe' : 'sign')
}

function readDigits(line: string, at: number): Piece {
  let end = at + 1
  while (end < line.length && end < at + 3 && classAt(line, end) === 'digit') end++
  return [end, line.charCodeAt(at) < 0x80 ? 1000 : 2000 * (end - at)]
}

/** All spaces but the last are one token; the last goes with the word or sign after it, and stands alone before digits. */
function readSpaces(line: string, at: number): Piece {
  let end = at + 1
  while (end < line.length && classAt(line, end) === 'space') end++
  if (end === line.length) return [end, 1000]
  if (end - at > 1) return [end - 1, 1000 + 125 * Math.max(0, end - at - 9)]
  const kind = classAt(line, end)
  if (kind === 'digit') return [end, 1000]
  if (kind !== 'sign') return readWord(line, end, 'space')
  const [to, milli] = readSigns(line, end)
  return [to, milli + (line.charCodeAt(end) < 0x80 ? 0 : 900)]
}

function readWord(line: string, from: number, lead: Lead): Piece {
  const kind = classAt(line, from)
  let end = from
  if (kind === 'letter') {
    while (end < line.length && classAt(line, end) === 'letter' && isCapital(line, end)) end++
    while (end < line.length && classAt(line, end) === 'letter' && !isCapital(line, end)) end++
    return [end, wordCost(line, from, end, lead)]
  }
  const more = lead === 'sign' || lead === 'apostrophe' ? 700 : 0
  if (kind === 'rare') return [from + width(line, from), more + bytesAt(line, from) * 1000]
  if (kind !== 'kana') return [from + 1, more + (kind === 'han' ? hanCost : hangulCost)(line.charCodeAt(from))]
  while (end < line.length && classAt(line, end) === 'kana') end++
  return [end, more + kanaCost(end - from)]
}

/** A run of signs: the same one over and over is few tokens, different ones nearly one each. */
function readSigns(line: string, at: number): Piece {
  let milli = 0
  let end = at
  let last = 0
  let same = 0
  for (; end < line.length && classAt(line, end) === 'sign'; end += width(line, end)) {
    const code = line.codePointAt(end)!
    same = code === last ? same + 1 : 0
    milli += code < 0x80 ? (same > 0 ? 130 : end > at ? 800 : 1000) : usual.has(code) ? 1000 : signBytes(line, end) * 1000
    last = code
  }
  return [end, milli]
}

/** Signs beyond ASCII that are one token: dashes, quotation marks, the emoji everybody uses. */
const usual = new Set(
  Array.from(
    '–—‘’“”„…•€£°§«»·¿¡º©®™‐‑―‚†‡′″‹›※₹№←↑→↓⇒∞≈≤≥①②③─━│■□▪▲△▶►▼●○◆◇★☆☎☺♡♥♪✅✓✔✨❤⭐、。〈〉《》「」『』【】〜，！？：；（）·／＝％।॥،؛؟۔٪־׳״՝՞։។៖၊။\u200b\u200c\u200d\ufe0f🏻🏼👇👉👌👍👏💕🔥😀😁😂😉😊😍😘😭🙂🙏🤣',
    (char) => char.codePointAt(0)!,
  ),
)

const classes: Class[] = Array.from({ length: 0x2000 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (code === 0xaa || code === 0xba) return 'sign'
  if (/[\p{L}\p{M}]/u.test(char)) return isWeighed(code) ? 'letter' : 'rare'
  if (/\p{Nd}/u.test(char)) return 'digit'
  if (/\s/.test(char)) return 'space'
  return code > 0xff && /\p{N}/u.test(char) ? 'digit' : 'sign'
})

function classAt(line: string, at: number): Class {
  const code = line.charCodeAt(at)
  return code < 0x2000 ? classes[code]! : farClass(line, at, code)
}

function farClass(line: string, at: number, code: number): Class {
  if (code >= 0x4e00 && code <= 0x9fff) return 'han'
  if (code >= 0xac00 && code <= 0xd7a3) return 'hangul'
  if (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) return 'kana'
  if (code === 0xfe0f) return 'sign'
  const char = String.fromCodePoint(line.codePointAt(at)!)
  if (/\s/.test(char)) return 'space'
  if (/\p{N}/u.test(char)) return 'digit'
  return /[\p{L}\p{M}]/u.test(char) ? 'rare' : 'sign'
}

const isLetter = (kind: Class) => kind !== 'digit' && kind !== 'space' && kind !== 'sign'

const isCapital = (line: string, at: number) => lower(line.charCodeAt(at)) !== line.charCodeAt(at)

const width = (line: string, at: number) => (line.codePointAt(at)! > 0xffff ? 2 : 1)

/** No text is more tokens than bytes; a half of a pair is written as three. */
function bytesAt(line: string, at: number): number {
  const code = line.codePointAt(at)!
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code > 0xffff ? 4 : 3
}

/** Emoji of the older blocks share their first bytes. */
function signBytes(line: string, at: number): number {
  const code = line.codePointAt(at)!
  if (code < 0x1f000 || code > 0x1faff) return bytesAt(line, at)
  return (code >= 0x1f300 && code < 0x1f580) || (code >= 0x1f600 && code < 0x1f6c0) || (code >= 0x1f900 && code < 0x1f980) ? 2 : 3
}
