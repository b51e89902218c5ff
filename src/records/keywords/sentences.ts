import type { OwnLine } from '../parts/find-quotes.ts'
import { splitSentences as splitAt } from '../text/split-sentences.ts'

/** A sentence, and the line it begins on. */
export type Sentence = { line: number; text: string }

/** A line this long was broken by a mail program, not by its author. */
const broken = 50
const bullet = /^\s*(?:[-*+•]|\d{1,2}[.)])\s+(?:\[[xX]\]\s+)?|^#{1,6}\s+/
/** What is still to be done, and what names the columns of a table, says nothing. */
const unticked = /^\s*(?:(?:[-*+•]|\d{1,2}[.)])\s+)?\[\s?\]\s/
const ruler = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$/

/** The sentences of a text, each with the line it begins on. A line break ends one, unless a mail program made it. */
export function splitSentences(lines: readonly OwnLine[]): Sentence[] {
  return joinBroken(lines.filter((line, n) => !unticked.test(line.text) && !isHeading(line, lines[n + 1]))).flatMap((piece) =>
    splitAt(piece.text, { hasty: true }).map(({ text, at }) => ({ line: lineAt(piece, at), text: text.replace(/\s+/g, ' ') })),
  )
}

const isHeading = ({ text }: OwnLine, next: OwnLine | undefined) => text.includes('|') && ruler.test(next?.text ?? '')

type Piece = { text: string; starts: { at: number; line: number }[] }

const lineAt = ({ starts }: Piece, at: number) => starts.findLast((start) => start.at <= at)!.line

function joinBroken(lines: readonly OwnLine[]): Piece[] {
  const pieces: Piece[] = []
  let last: OwnLine | undefined
  for (const one of lines) {
    const text = one.text.replace(bullet, '').trim()
    const piece = pieces.at(-1)
    if (piece && last && text !== '' && goesOn(last, one)) {
      piece.starts.push({ at: piece.text.length + 1, line: one.line })
      piece.text += ` ${text}`
    } else if (text !== '') pieces.push({ text, starts: [{ at: 0, line: one.line }] })
    last = text === '' ? undefined : one
  }
  return pieces
}

const goesOn = (last: OwnLine, next: OwnLine) =>
  next.line === last.line + 1 &&
  !bullet.test(next.text) &&
  !/[.!?…:;。！？]["”’)\]]*$/u.test(last.text) &&
  (last.text.length >= broken || /^\s*\p{Ll}/u.test(next.text))
