import type { OwnLine } from './own-words.ts'

/** A sentence, and the line it begins on. */
export type Sentence = { line: number; text: string }

/** A line this long was broken by a mail program, not by its author. */
const broken = 50
const bullet = /^\s*(?:[-*+•]|\d{1,2}[.)])\s+|^#{1,6}\s+/
const end = /[.!?…]+["”’)\]]*(?=\s|$)|[。！？]/gu
const abbreviation =
  /(?:^|[\s(])(?:\p{L}|e\.g|i\.e|approx|ca|incl|vs|mr|mrs|ms|dr|prof|inc|ltd|co|z\.b|d\.h|u\.a|bzw|ggf|evtl|inkl|nr|no|etc|env|p\.ex|m|mme)\.$/iu

/** The sentences of a text, each with the line it begins on. A line break ends one, unless a mail program made it. */
export function splitSentences(lines: readonly OwnLine[]): Sentence[] {
  return joinBroken(lines).flatMap((piece) => {
    const found: Sentence[] = []
    let from = 0
    const take = (to: number) => {
      const text = piece.text.slice(from, to)
      const start = from + (text.length - text.trimStart().length)
      if (text.trim() !== '') found.push({ line: lineAt(piece, start), text: text.replace(/\s+/g, ' ').trim() })
      from = to
    }
    for (const mark of piece.text.matchAll(end)) {
      const to = mark.index + mark[0].length
      if (mark[0] === '.' && abbreviation.test(piece.text.slice(from, to))) continue
      take(to)
    }
    take(piece.text.length)
    return found
  })
}

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
