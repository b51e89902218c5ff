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
/** A cheap look: an attribution holds one of these words. */
const wrote = /wrote|schrieb|écrit|escribi|scritto|schreef/i
/** A line after which everything is somebody else's mail. */
const separators = [
  /^[-_=* ]*(?:original message|forwarded message|original appointment|ursprüngliche nachricht|weitergeleitete nachricht|message d['’]origine|message transféré|mensaje original|mensaje reenviado|messaggio originale|oorspronkelijk bericht)[-_=* ]*:?$/iu,
  /^begin forwarded message:|^anfang der weitergeleiteten/iu,
  /^_{10,}$/,
]
const header =
  /^[*_]{0,2}(from|von|de|da|van|sent|gesendet|envoyé|date|datum|to|an|à|para|subject|betreff|objet|asunto|cc)[*_]{0,2}\s?:[*_]{0,2}\s?\S/iu
const sender = /^[*_]{0,2}(?:from|von|de|da|van)[*_]{0,2}\s?:/iu

/** Lines without those of older mails that are quoted, answered or forwarded in them, and the marks by which mail programs begin these. */
export function withoutQuotes(lines: readonly OwnLine[]): OwnLine[] {
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
    if (!wrote.test(said)) continue
    // A word of one's own may stand on the line before one that is an attribution by itself.
    if (attributions.some((attribution) => attribution.test(said))) return length > 1 && isDated(joined.slice(1)) ? 0 : length
  }
  return 0
}

const isDated = (joined: readonly string[]) => attributions.slice(0, -1).some((attribution) => attribution.test(joined.join(' ')))

const isHeader = (lines: readonly OwnLine[], n: number) =>
  lines.slice(n + 1, n + 5).filter(({ text }) => header.test(text.trim())).length >= 1

/** The first line from a place on that holds a word. */
function nextSaid(lines: readonly OwnLine[], from: number): string | undefined {
  for (let n = from; n < lines.length; n++) if (lines[n]!.text.trim() !== '') return lines[n]!.text.trim()
  return undefined
}
