/** A line of a text that its author wrote themselves. Lines count from 1 in the text that was given. */
export type OwnLine = { line: number; text: string }

const weekdayOrDate = String.raw`(?:\p{L}{2,9}\.?,?\s+)?.{0,40}\d`
/** The line by which a mail program introduces what is answered. */
const attributions = [
  new RegExp(String.raw`^On\s${weekdayOrDate}.*\bwrote:?$`, 'iu'),
  new RegExp(String.raw`^Am\s${weekdayOrDate}.*\bschrieb\b.*:?$`, 'iu'),
  new RegExp(String.raw`^Le\s${weekdayOrDate}.*\ba\sécrit\s?:?$`, 'iu'),
  new RegExp(String.raw`^El\s${weekdayOrDate}.*\bescribió:?$`, 'iu'),
  new RegExp(String.raw`^Il\s(?:giorno\s)?${weekdayOrDate}.*\bha\sscritto:?$`, 'iu'),
  new RegExp(String.raw`^Op\s${weekdayOrDate}.*\bschreef\b.*:$`, 'iu'),
  /^\S+.{0,80}<[^\s<>]+@[^\s<>]+>\s*(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef)\s?.{0,40}:$/iu,
]
/** A line after which everything is somebody else's mail. */
const separators = [
  /^[-_=* ]*(?:original message|forwarded message|original appointment|ursprüngliche nachricht|weitergeleitete nachricht|message d['’]origine|message transféré|mensaje original|mensaje reenviado|messaggio originale|oorspronkelijk bericht)[-_=* ]*:?$/iu,
  /^begin forwarded message:|^anfang der weitergeleiteten/iu,
  /^_{10,}$/,
]
const header =
  /^[*_]{0,2}(from|von|de|da|van|sent|gesendet|envoyé|date|datum|to|an|à|para|subject|betreff|objet|asunto|cc)[*_]{0,2}\s?:[*_]{0,2}\s?\S/iu
const sender = /^[*_]{0,2}(?:from|von|de|da|van)[*_]{0,2}\s?:/iu

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

function withoutQuotes(lines: readonly OwnLine[]): OwnLine[] {
  const own: OwnLine[] = []
  for (let n = 0; n < lines.length; n++) {
    const { text } = lines[n]!
    const said = text.trim()
    if (/^(?:>|\|\s?>)/.test(said)) continue
    if (separators.some((separator) => separator.test(said))) break
    if (sender.test(said) && isHeader(lines, n)) {
      if (own.some((one) => one.text.trim() !== '')) break
      while (n + 1 < lines.length && header.test(lines[n + 1]!.text.trim())) n++
      continue
    }
    const length = attributionAt(lines, n)
    if (length > 0) {
      if (!nextSaid(lines, n + length)?.startsWith('>')) break
      n += length - 1
      continue
    }
    own.push(lines[n]!)
  }
  return own
}

/** No attribution is longer, in letters. */
const longest = 400

/** How many lines an attribution takes here: mail programs break it where it is long. */
function attributionAt(lines: readonly OwnLine[], n: number): number {
  for (let length = 1; length <= 3; length++) {
    const joined = lines.slice(n, n + length).map(({ text }) => text.trim())
    const said = joined.join(' ')
    if (joined.includes('') || said.length > longest) return 0
    if (attributions.some((attribution) => attribution.test(said))) return length
  }
  return 0
}

const isHeader = (lines: readonly OwnLine[], n: number) =>
  lines.slice(n + 1, n + 5).filter(({ text }) => header.test(text.trim())).length >= 1

/** The first line from a place on that holds a word. */
function nextSaid(lines: readonly OwnLine[], from: number): string | undefined {
  for (let n = from; n < lines.length; n++) if (lines[n]!.text.trim() !== '') return lines[n]!.text.trim()
  return undefined
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
