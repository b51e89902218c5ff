import { nextSaid, type OwnLine, withoutQuotes } from '../text/find-quotes.ts'

const closing =
  /^(?:(?:with\s+)?(?:best|kind|warm|warmest|kindest)?\s*(?:regards|wishes)|best|cheers|thanks|many thanks|thank you|sincerely|yours(?: sincerely| truly)?|talk soon|all the best|mit (?:freundlichen|besten|herzlichen) grü(?:ß|ss)en|(?:viele|beste|liebe|freundliche|herzliche|schöne) grü(?:ß|ss)e|grü(?:ß|ss)e|gru(?:ß|ss)|(?:bien )?cordialement|bien à (?:vous|toi)|salutations(?: distinguées)?|meilleures salutations|saludos(?: cordiales)?|cordiali saluti|met vriendelijke groet(?:en)?|vg|mfg|lg|br|kr)[,.!]?$/iu
const device = /^(?:sent from my |get outlook for |von meinem .{1,30} gesendet|envoyé de mon )/iu
const postscript = /^p\.?\s?s\.?\s?[:.]?\s+\S/iu

/**
 * The lines of a mail, chat or note that its author wrote: without what is quoted or forwarded, without the signature, and
 * without the lines of a transcript that people called as in `ours` said. Errs on the side of leaving out.
 */
export function ownWords(text: string, { ours = [] }: { ours?: readonly string[] } = {}): OwnLine[] {
  const lines = text.split(/\r?\n/).map((line, n): OwnLine => ({ line: n + 1, text: line.trimEnd() }))
  return withoutOurs(withoutSignature(withoutQuotes(lines)), ours)
}

function withoutSignature(lines: readonly OwnLine[]): OwnLine[] {
  const own: OwnLine[] = []
  let isOver = false
  for (const [n, one] of lines.entries()) {
    const said = one.text.trim()
    if (postscript.test(said)) isOver = false
    else if (/^--\s?$/.test(one.text) || device.test(said) || (closing.test(said) && isSigned(nextSaid(lines, n + 1))))
      isOver = true
    if (!isOver) own.push(one)
  }
  return own
}

/** Whether what follows a greeting is a name, or nothing: "Thanks!" also begins mails. */
function isSigned(next: string | undefined): boolean {
  if (!next) return true
  const words = next.split(/[\s,]+/).filter(Boolean)
  return words.length <= 5 && !/[.!?]$/.test(next) && (words.length === 1 || words.every((word) => /^[^\p{Ll}]/u.test(word)))
}

const label =
  /^[\s*_>#-]*(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s*)?[*_]{0,2}(?<name>\p{L}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2})(?:\s\([^)]*\))?[*_]{0,2}:/u

function withoutOurs(lines: readonly OwnLine[], ours: readonly string[]): OwnLine[] {
  const names = new Set(ours.map((name) => name.toLowerCase()))
  let isOurs = false
  return lines.filter(({ text }) => {
    const name = label.exec(text)?.groups?.['name']
    if (name !== undefined) isOurs = names.has(name.toLowerCase())
    else if (text.trim() === '') isOurs = false
    return !isOurs
  })
}
