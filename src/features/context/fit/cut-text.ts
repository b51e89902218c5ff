import { textCost } from '../../../formulas/tokens/estimate-tokens.ts'

/** A text without what would begin a heading, a fence or a quote where it is told: sections are made by the template alone. */
const withoutMarks = (text: string) =>
  text.replace(/^(\d{1,9}[.)]\s+)?(?:>\s*|[-+*]\s+|#{1,6}(?:\s+|$)|`{3,}\s*|~{3,}\s*)+/, '$1')

/** More letters than any step has. */
const reach = 1_500

/** A text in pieces of at most `room` milli-tokens, cut between words where there are any, never within a character. */
export function cutText(whole: string, room: number): string[] {
  const text = withoutMarks(whole)
  if (text.length < reach && textCost(` ${text}`) <= room) return [text]
  const pieces: string[] = []
  for (let from = 0; from < text.length; ) {
    let end = Math.min(text.length, from + reach)
    let cost = textCost(` ${text.slice(from, end)}`)
    while (cost > room && end - from > 1) {
      end = from + Math.max(1, Math.min(end - from - 1, Math.floor(((end - from) * room * 0.98) / cost)))
      cost = textCost(` ${text.slice(from, end)}`)
    }
    const space = end < text.length && text[end] !== ' ' ? text.lastIndexOf(' ', end) : end
    if (space > from + (end - from) / 2) end = space
    if (isHalf(text, end)) end = end - 1 > from ? end - 1 : end + 1
    const piece = withoutMarks(text.slice(from, end).trim())
    if (piece) pieces.push(piece)
    from = end
  }
  return pieces
}

const isHalf = (text: string, at: number) =>
  at < text.length && /[\uDC00-\uDFFF]/.test(text[at]!) && /[\uD800-\uDBFF]/.test(text[at - 1]!)
